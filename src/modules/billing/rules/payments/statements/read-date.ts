/** In which order day, month and year stand where all are digits. */
export type DateOrder = "ymd" | "dmy" | "mdy";

const DIGITS = /^\s*(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{2,4})/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})\b/;

const MONTHS: readonly RegExp[] = [
  /^jan|^gen|^ene/i,
  /^feb|^fév|^fev/i,
  /^mar|^mär|^mrt|^mrz/i,
  /^apr|^avr|^abr/i,
  /^ma[iyj]|^mag|^mei/i,
  /^jun|^juin|^giu/i,
  /^jul|^juil|^lug/i,
  /^aug|^août|^ago|^aoû/i,
  /^sep|^set/i,
  /^o[ck]t|^ott/i,
  /^nov/i,
  /^de[czs]|^déc|^dic/i,
];

function isoDay(year: number, month: number, day: number): string | undefined {
  const full = year < 100 ? 2000 + year : year;
  if (month < 1 || month > 12 || day < 1 || full < 1900 || full > 2200) return undefined;
  try {
    return Temporal.PlainDate.from({ year: full, month, day }, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}

function withMonthName(text: string): string | undefined {
  const [, first, name, last] = /^\s*(\d{1,4})[-. ]+([\p{L}]{3,})\.?[-., ]+(\d{2,4})/u.exec(text) ?? [];
  if (!first || !name || !last) return undefined;
  const month = MONTHS.findIndex((pattern) => pattern.test(name)) + 1;
  return first.length === 4
    ? isoDay(Number(first), month, Number(last))
    : isoDay(Number(last), month, Number(first));
}

/** A local day of a bank's file as `2027-01-31`; a time behind it is left out. Undefined for what is no day. */
export function readDate(text: string, order: DateOrder): string | undefined {
  const [, year, month, day] = COMPACT.exec(text) ?? [];
  if (year && month && day) return isoDay(Number(year), Number(month), Number(day));
  const [, a = "", b = "", c = ""] = DIGITS.exec(text) ?? [];
  if (!a) return withMonthName(text);
  if (a.length === 4) return isoDay(Number(a), Number(b), Number(c));
  return order === "mdy" ? isoDay(Number(c), Number(a), Number(b)) : isoDay(Number(c), Number(b), Number(a));
}

/** The order days are written in; `sure` is false when every one of them fits both ways. */
export function guessDateOrder(texts: readonly string[]): { order: DateOrder; sure: boolean } {
  let fitsDmy = true;
  let fitsMdy = true;
  let points = false;
  for (const text of texts) {
    const [whole = "", a = "", b = ""] = DIGITS.exec(text) ?? [];
    if (!a) continue;
    if (a.length === 4) return { order: "ymd", sure: true };
    points ||= whole.includes(".");
    if (Number(a) > 12) fitsMdy = false;
    if (Number(b) > 12) fitsDmy = false;
  }
  if (fitsDmy !== fitsMdy) return { order: fitsDmy ? "dmy" : "mdy", sure: true };
  // Nobody writes the month first with points.
  return { order: "dmy", sure: points };
}
