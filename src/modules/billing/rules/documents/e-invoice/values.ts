import { majorText } from "#kernel/money.ts";

// What XML 1.0 takes (section 2.2): no control characters but tab and ends of lines, no halves of a pair.
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * Text of people as XML may hold it, for the library to write: it decodes what looks like an entity and then leaves
 * entities as they are. So that "A&amp;B" is not read as "A&B", every ampersand goes in twice escaped.
 */
export const xmlText = (text: string): string =>
  text.replace(NOT_XML, "").trim().replaceAll("&", "&amp;amp;");

/** An amount in major units, as `cbc:Amount` and its like have it. */
export const amountText = (minor: number, currency: string): string => majorText(minor, currency);

/** A rate in parts per million as percent without zeros at the end: 88,750 is `8.875`. Exact. */
export function percentText(ratePpm: number): string {
  const fraction = String(ratePpm % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "");
  const whole = String(Math.floor(ratePpm / 10_000));
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** A number without exponent: quantities of usage may be very small. */
export const numberText = (value: number): string =>
  value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });

/** The object without the fields that are undefined: the schema takes none. */
export const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
