/** Units that metrics use; anything else is written behind the number as it is. */
const sizes = ["B", "kB", "MB", "GB", "TB"] as const;

/**
 * A number with its unit: `41`, `91.2%` (unit `percent`, 91.2), `45%` (unit `ratio`, 0.45), `3.2×`, `140 ms`,
 * `5 days`, `15 employees`. Null is never zero: it is written `no value`.
 */
export function formatNumber(value: number | null, locale: string, unit = "count"): string {
  if (value === null) return "no value";
  switch (unit) {
    case "count":
    case "":
      return plain(value, locale);
    case "percent":
    case "%":
      return percent(value / 100, locale);
    case "ratio":
      return percent(value, locale);
    case "multiple":
    case "x":
    case "×":
      return `${plain(value, locale)}×`;
    case "bytes":
      return bytes(value, locale);
    default:
      return `${plain(value, locale)} ${singular(unit, value)}`;
  }
}

/** The short form for an axis: `12.5K`, `1.5M`, `2B`; machines disagree on whether the k is large. */
export function formatCompact(value: number, locale: string): string {
  const size = Math.abs(value);
  const [divisor, letter] =
    size >= 1e9 ? [1e9, "B"] : size >= 1e6 ? [1e6, "M"] : size >= 1e3 ? [1e3, "K"] : [1, ""];
  return (
    unspaced(new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value / divisor)) + letter
  );
}

/** A change with its sign, a real minus: `+6`, `−2`, `0`. */
export function formatChange(value: number, locale: string, unit = "count"): string {
  const size = formatNumber(Math.abs(value), locale, unit);
  if (value === 0) return size;
  return `${value > 0 ? "+" : "−"}${size}`;
}

function plain(value: number, locale: string): string {
  const digits = Math.abs(value) >= 100 ? 1 : 2;
  return unspaced(new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value));
}

function percent(share: number, locale: string): string {
  return unspaced(
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share),
  );
}

function bytes(value: number, locale: string): string {
  const step = Math.min(
    sizes.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3)),
  );
  const scaled = new Intl.NumberFormat(locale, { maximumFractionDigits: step === 0 ? 0 : 1 }).format(
    value / 1_000 ** step,
  );
  return `${scaled} ${sizes[step]}`;
}

function singular(unit: string, value: number): string {
  return value === 1 && /^\p{Ll}{3,}s$/u.test(unit) ? unit.slice(0, -1) : unit;
}

// One kind of unbreakable space on server and browser, whichever their language data uses.
function unspaced(text: string): string {
  return text.replaceAll(/[\u2009\u202f]/gu, "\u00a0");
}
