import { sumMinor } from "#kernel/money.ts";

/*
 * Definitions of ChartMogul (help.chartmogul.com, "MRR Churn Rate", "Net MRR Churn Rate", "Customer Churn Rate", "ARPA",
 * "LTV", "Quick Ratio"), the standard formulas. Percentages are numbers such as 12.5; what cannot be told is null.
 */

/** What moved in a span, in minor units of one currency; all of them positive. */
export interface MovedMinor {
  newMinor: number;
  expansionMinor: number;
  reactivationMinor: number;
  contractionMinor: number;
  churnMinor: number;
}

const percent = (part: number, whole: number): number | null => (whole > 0 ? (100 * part) / whole : null);

/** Gross MRR churn rate: (churn + contraction) ÷ MRR at the start. */
export const grossChurnRate = (startMinor: number, moved: MovedMinor): number | null =>
  percent(moved.churnMinor + moved.contractionMinor, startMinor);

/** Net MRR churn rate: (churn + contraction − expansion − reactivation) ÷ MRR at the start; negative is growth. */
export const netChurnRate = (startMinor: number, moved: MovedMinor): number | null =>
  percent(
    moved.churnMinor + moved.contractionMinor - moved.expansionMinor - moved.reactivationMinor,
    startMinor,
  );

/** Quick ratio: (new + expansion + reactivation) ÷ (churn + contraction); null when nothing was lost. */
export function quickRatio(moved: MovedMinor): number | null {
  const lost = moved.churnMinor + moved.contractionMinor;
  return lost > 0 ? (moved.newMinor + moved.expansionMinor + moved.reactivationMinor) / lost : null;
}

/** What a customer paid a month at the start of a span and at its end. */
export interface Kept {
  startMinor: number;
  endMinor: number;
}

/**
 * Revenue retention of those who paid at the start, and of no other: net is what they pay at the end ÷ what they paid,
 * gross leaves out what any of them pays more. Null when nobody paid.
 */
export function revenueRetention(customers: readonly Kept[]): { gross: number | null; net: number | null } {
  const paying = customers.filter(({ startMinor }) => startMinor > 0);
  const start = sumMinor(paying.map(({ startMinor }) => startMinor));
  return {
    gross: percent(sumMinor(paying.map(({ startMinor, endMinor }) => Math.min(startMinor, endMinor))), start),
    net: percent(sumMinor(paying.map(({ endMinor }) => endMinor)), start),
  };
}

/** Customer churn rate: of those who paid at the start, the share that pays nothing at the end. */
export function logoChurnRate(customers: readonly Kept[]): number | null {
  const paying = customers.filter(({ startMinor }) => startMinor > 0);
  return percent(paying.filter(({ endMinor }) => endMinor <= 0).length, paying.length);
}

/** Average revenue per account: MRR ÷ customers who pay. */
export const averagePerAccount = (mrrMinor: number, customers: number): number | null =>
  customers > 0 ? mrrMinor / customers : null;

/** Lifetime value: ARPA ÷ customer churn rate of a month; null while nobody leaves. */
export const lifetimeValue = (arpaMinor: number | null, churnPercent: number | null): number | null =>
  arpaMinor !== null && churnPercent !== null && churnPercent > 0 ? (100 * arpaMinor) / churnPercent : null;
