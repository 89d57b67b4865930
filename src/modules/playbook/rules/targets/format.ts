/** How a number is written: a currency code, or a unit as the plan or the metric names it. */
export type NumberStyle = { unit?: string | null; currency?: string | null };

const PERCENT_UNITS = new Set(["%", "percent", "percentage"]);
const DECIMALS = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const POINTS = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/**
 * The one place that writes percentages. `share` is 0 to 1. Whole percents; what is not finished never reads
 * 100 %, and what has begun never reads 0 %.
 */
export function formatShare(share: number): string {
  const rounded = Math.round(share * 100);
  if (share > 0 && rounded === 0) return "1 %";
  if (share < 1 && rounded === 100) return "99 %";
  return `${rounded} %`;
}

/** A percentage already in points: 91.25 → "91.3 %". */
export function formatPercentPoints(points: number): string {
  return `${POINTS.format(points)} %`;
}

/** A measured or wanted value. Money in major units; percentages in points; other units follow the number. */
export function formatQuantity(value: number, { unit, currency }: NumberStyle = {}): string {
  if (currency) return formatMoney(value, currency);
  if (!unit || unit === "count") return DECIMALS.format(value);
  if (PERCENT_UNITS.has(unit)) return formatPercentPoints(value);
  if (unit === "milliseconds") return `${DECIMALS.format(value)} ms`;
  if (unit === "×" || unit === "x" || unit === "ratio") return `${DECIMALS.format(value)}×`;
  return `${DECIMALS.format(value)} ${unit}`;
}

/** Whole amounts drop the minor part: "$31,420", "$12.50". */
function formatMoney(value: number, currency: string): string {
  const whole = Number.isInteger(value);
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    ...(whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
  }).format(value);
}

/** Whether a unit is a percentage in points, bounded by 0 and 100 where it is a part of a whole. */
export function isPercentUnit(unit: string | null | undefined): boolean {
  return unit !== null && unit !== undefined && PERCENT_UNITS.has(unit);
}
