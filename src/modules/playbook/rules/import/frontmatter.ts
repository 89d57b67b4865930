import { parse as parseYaml } from "yaml";
import { currencyOf } from "./target/lexicon.ts";
import { type TimeBase, timeBaseFrom } from "./time/resolve.ts";
import { folded } from "./words.ts";

/** What the block between dashes says about a plan; null for what it leaves open. */
export interface Frontmatter {
  title: string | null;
  language: "en" | "es" | null;
  /** ISO 4217. */
  currency: string | null;
  /** First day of the plan, an ISO date. */
  start: string | null;
  base: TimeBase | null;
}

const NAMES: Record<keyof Frontmatter, readonly string[]> = {
  title: ["title", "name", "titulo", "nombre"],
  language: ["lang", "language", "idioma", "locale"],
  currency: ["currency", "moneda", "divisa"],
  start: ["start", "start date", "startdate", "starts on", "inicio", "fecha de inicio", "fecha inicio"],
  base: ["starts"],
};
const DATE = /^(20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T|\s|$)/;
/** Reads YAML that stands above a plan. What is no YAML, or names nothing known, says nothing. */
export function readFrontmatter(yaml: string | null): Frontmatter {
  const facts = yaml === null ? new Map<string, string>() : factsIn(yaml);
  const named = (key: keyof Frontmatter): string =>
    NAMES[key].map((name) => facts.get(name)).find((value) => value !== undefined) ?? "";
  return {
    title: named("title") || null,
    language: languageNamed(folded(named("language"))),
    currency: currencyNamed(named("currency")),
    start: validDate(DATE.exec(named("start"))?.[1]),
    base: timeBaseFrom(named("base")),
  };
}

function factsIn(yaml: string): Map<string, string> {
  const value = parseSafely(yaml);
  const facts = new Map<string, string>();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return facts;
  for (const [key, given] of Object.entries(value)) {
    if (typeof given === "string" || typeof given === "number")
      facts.set(folded(key).replaceAll(/[_-]/g, " "), String(given).trim());
  }
  return facts;
}

function parseSafely(yaml: string): unknown {
  try {
    return parseYaml(yaml, { maxAliasCount: 10, logLevel: "silent" });
  } catch {
    return null;
  }
}

function languageNamed(name: string): Frontmatter["language"] {
  if (/^(?:es|spa)/.test(name)) return "es";
  return /^(?:en|ing)/.test(name) ? "en" : null;
}

function currencyNamed(text: string): string | null {
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase();
  return currencyOf(text);
}

function validDate(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}
