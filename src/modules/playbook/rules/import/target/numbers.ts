const WORDS: readonly [number, RegExp][] = [
  [0, /^[zc]ero$/i],
  [1, /^(?:one|un[oa]?)$/i],
  [2, /^(?:two|dos)$/i],
  [3, /^(?:three|tres)$/i],
  [4, /^(?:four|cuatro)$/i],
  [5, /^(?:five|cinco)$/i],
  [6, /^(?:six|seis)$/i],
  [7, /^(?:seven|siete)$/i],
  [8, /^(?:eight|ocho)$/i],
  [9, /^(?:nine|nueve)$/i],
  [10, /^(?:ten|diez)$/i],
  [12, /^(?:twelve|doce)$/i],
  [20, /^(?:twenty|veinte)$/i],
  [30, /^(?:thirty|treinta)$/i],
  [50, /^(?:fifty|cincuenta)$/i],
];

/** Whether a number is written as a word. */
export function isNumberWord(text: string): boolean {
  return /^\p{L}/u.test(text);
}

/**
 * A decimal number as people write it: "1,000", "1.000" and "1 000" with groups of three, "1.5" and "1,5" with
 * decimals. A single group of three after a comma is thousands ("1,000"); after a point it is thousands only in
 * text that uses the comma for decimals (`commaDecimals`).
 */
export function readNumber(text: string, commaDecimals: boolean): number {
  if (isNumberWord(text)) return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? Number.NaN;
  const compact = text.replaceAll(/[\s\u00a0\u202f'’]/g, "");
  const lastComma = compact.lastIndexOf(",");
  const lastPoint = compact.lastIndexOf(".");
  if (lastComma >= 0 && lastPoint >= 0) {
    return lastComma > lastPoint ? asNumber(compact, ".", ",") : asNumber(compact, ",", ".");
  }
  if (lastComma >= 0)
    return isGrouped(compact, ",") ? asNumber(compact, ",", ".") : asNumber(compact, ".", ",");
  if (lastPoint >= 0 && isGrouped(compact, ".") && (commaDecimals || compact.indexOf(".") !== lastPoint)) {
    return asNumber(compact, ".", ",");
  }
  return Number(compact);
}

function isGrouped(text: string, separator: string): boolean {
  const [head = "", ...groups] = text.split(separator);
  return /^[1-9]\d{0,2}$/.test(head) && groups.every((group) => /^\d{3}$/.test(group));
}

function asNumber(text: string, groups: string, decimals: string): number {
  return Number(text.replaceAll(groups, "").replace(decimals, "."));
}

const SCALES: [RegExp, number][] = [
  [/^(?:k|mil|thousand)$/i, 1e3],
  [/^(?:m|mm|mn|million|millions|mill[oó]n|millones)$/i, 1e6],
  [/^(?:b|bn|billion|billions)$/i, 1e9],
];

/** 1,000 for "K" or "mil", and so on; 1 for none. */
export function scaleOf(word: string | undefined): number {
  return SCALES.find(([pattern]) => word !== undefined && pattern.test(word))?.[1] ?? 1;
}

/** A number times its scale without the noise of binary fractions (1.1 × 1,000,000). */
export function scaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}
