import { useFormat } from "#web/format/use-format.ts";

/** A number to reach, as lists and pages know it. Money in major units. */
export interface TargetWords {
  op: string | null;
  min: number | null;
  max: number | null;
  unit: string | null;
  currency: string | null;
}

/** Decimals shown of an amount in major units. */
const MINOR = 100;

/** A value in the target's own unit: money, percent or a count. */
export function useQuantity() {
  const format = useFormat();
  return (value: number | null, { unit, currency }: Pick<TargetWords, "unit" | "currency">): string => {
    if (value === null) return "Not known";
    if (currency) return format.roundMoney(BigInt(Math.round(value * MINOR)), currency);
    return format.number(value, unit === "%" ? "percent" : "count");
  };
}

const SIGNS: Record<string, string> = {
  ">=": "at least",
  ">": "more than",
  "<=": "at most",
  "<": "less than",
  "=": "",
};

/** “at least 20”, “$50,000, better $100,000”. */
export function useTargetText() {
  const quantity = useQuantity();
  return (target: TargetWords): string => {
    const { op, min, max } = target;
    if (op === null) return "";
    if (op === "between")
      return max === null
        ? `at least ${quantity(min, target)}`
        : `${quantity(min, target)} to ${quantity(max, target)}`;
    if (op === "delta") return `change of ${quantity(min ?? max, target)}`;
    const level = op.startsWith("<") ? (max ?? min) : (min ?? max);
    return `${SIGNS[op] ?? ""} ${quantity(level, target)}`.trim();
  };
}

/** The level that opens, for the target line of a chart. */
export function levelOf({ op, min, max }: TargetWords): number | undefined {
  const level = op?.startsWith("<") ? (max ?? min) : (min ?? max);
  return level ?? undefined;
}

const TONES: Record<string, "positive" | "caution" | "critical" | "accent"> = {
  met: "positive",
  at_risk: "caution",
  missed: "critical",
};

/** The colour of a state's line; the state's word always stands beside it. */
export const toneOf = (state: string) => TONES[state] ?? "accent";

/** “82 % · likely 26 May”, or why there is no forecast. */
export function useOutlook() {
  const format = useFormat();
  return (
    state: string,
    series: { forecast: { p50: string | null; chance: number | null } | null; forecastReason: string | null },
  ): string => {
    if (state === "met") return "Met";
    if (!series.forecast) return series.forecastReason ? "Not enough data" : "No forecast";
    const { chance, p50 } = series.forecast;
    const share = chance === null ? [] : [format.number(Math.round(chance * 100), "percent")];
    const likely = p50 === null ? ["not within 5 years at this pace"] : [`likely ${format.nearDate(p50)}`];
    return [...share, ...likely].join(" · ");
  };
}
