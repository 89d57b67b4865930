import { CURRENCY_AFTER, CURRENCY_SOURCE } from "./lexicon.ts";

// Number words, which only count behind a comparison ("at least two references"); zero counts by itself.
const WORD = String.raw`(?<![\p{L}\p{N}-])(?:[Zz]ero|[Cc]ero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|treinta|cincuenta)(?![\p{L}\p{N}-])`;
const NUMBER = String.raw`${WORD}|\d{1,3}(?: \d{3}){1,4}(?!\d)|\d{1,3}(?:[.,'’\u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,12}(?:[.,]\d{1,4})?(?!\d)`;
const SCALE = String.raw`\s?(?:K|k|M{1,2}|B|mil(?:\s?millones)?|thousand|million(?:s|es)?|mill[oó]n(?:es)?|billions?|[bm]n|[mb])(?![\p{L}\d])`;
const MARK = String.raw`\s?%|\s?[x×](?![\p{L}\d])|\s?(?:pp|bps)(?!\p{L})|\s?(?:★|⭐)\ufe0f?|\/(?:5|10|100)(?!\d)|:\d(?!\d)`;

function amount(suffix: string): string {
  return String.raw`(?<sign${suffix}>[+−-])?(?:(?<before${suffix}>${CURRENCY_SOURCE})\s?)?(?<number${suffix}>${NUMBER})(?<scale${suffix}>${SCALE})?(?:\s?(?:de\s)?(?<after${suffix}>${CURRENCY_AFTER}))?(?<plus${suffix}>\+)?(?<mark${suffix}>${MARK})?(?<more${suffix}>\+)?`;
}

const JOIN = String.raw`\s{0,2}(?<join>-|–|—|−|~|\bto\b|\ba\b|\band\b|\by\b|\be\b|\bhasta\b|→|->)\s{0,2}`;

/** A number with its currency, scale, mark and plus, and the same again after a dash or "to". */
export const QUANTITY = new RegExp(
  String.raw`(?<arrow>[↑↓▲▼⬆⬇]\ufe0f?\s?)?${amount("")}(?:${JOIN}${amount("2")})?`,
  "dgu",
);

export interface Amount {
  sign: string;
  number: string;
  scale: string;
  currency: string;
  mark: string;
  plus: boolean;
}

type Groups = Record<string, string | undefined>;

/** The parts of the first ("") or second ("2") amount of a match; null when there is none. */
export function amountOf(groups: Groups, suffix: "" | "2"): Amount | null {
  const number = groups[`number${suffix}`];
  if (number === undefined) return null;
  return {
    number,
    sign: groups[`sign${suffix}`] ?? "",
    scale: (groups[`scale${suffix}`] ?? "").trim(),
    currency: groups[`before${suffix}`] ?? groups[`after${suffix}`] ?? "",
    mark: (groups[`mark${suffix}`] ?? "").trim(),
    plus: (groups[`plus${suffix}`] ?? groups[`more${suffix}`]) !== undefined,
  };
}
