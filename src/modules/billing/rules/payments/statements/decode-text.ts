import { StatementError } from "./statement.ts";

const decoded = (bytes: Uint8Array, encoding: string, fatal = false): string =>
  // The database keeps no such character, and no bank means one.
  new TextDecoder(encoding, { fatal }).decode(bytes).replaceAll("\0", "");

/** Text of a bank's file: UTF-8 or UTF-16 by their marks, UTF-8 where it is valid, else Windows-1252, as older banks send it. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decoded(bytes, "utf-16le");
  if (a === 0xfe && b === 0xff) return decoded(bytes, "utf-16be");
  if (bytes.subarray(0, 4000).includes(0))
    throw new StatementError(
      "billing.statement_unreadable",
      "This is no text file. Choose the CSV or CAMT.053 file of your bank.",
    );
  try {
    return decoded(bytes, "utf-8", true);
  } catch {
    return decoded(bytes, "windows-1252");
  }
}
