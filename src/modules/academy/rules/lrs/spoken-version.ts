/** A version of xAPI as requests and answers name it. */
export interface ApiVersion {
  major: 1 | 2;
  /** What answers say, and statements that say none are kept as. */
  answered: "1.0.3" | "2.0.0";
  statement: "1.0.0" | "2.0.0";
}

const ONE: ApiVersion = { major: 1, answered: "1.0.3", statement: "1.0.0" };
const TWO: ApiVersion = { major: 2, answered: "2.0.0", statement: "2.0.0" };

/** What answers are in where no version is known. */
export const NEWEST: ApiVersion = TWO;

/** The version a header names: 1.0, 1.0.x, 2.0 or 2.0.x; undefined for any other. */
export function versionOfHeader(header: string | null): ApiVersion | undefined {
  const text = (header ?? "").trim();
  if (/^1\.0(?:\.\d+)?$/.test(text)) return ONE;
  return /^2\.0(?:\.\d+)?$/.test(text) ? TWO : undefined;
}

/** Versions the about resource lists; to who speaks 1.0.x those of 1.0.x, because old clients know no other. */
export const supportedVersions = (spoken: ApiVersion | undefined): string[] => [
  "1.0.0",
  "1.0.1",
  "1.0.2",
  "1.0.3",
  ...(spoken?.major === 1 ? [] : ["2.0.0"]),
];
