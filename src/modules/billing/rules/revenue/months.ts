import { grossChurnRate, netChurnRate } from "./rates.ts";

/** Kinds of movements; losses are negative. */
export type MovementKind = "new" | "expansion" | "contraction" | "churn" | "reactivation";

/** What moved in a month by one kind, and how many customers came (positive) or left (negative) by it. */
export interface MovedInMonth {
  month: string;
  kind: MovementKind;
  minor: number;
  customers: number;
}

/** A month of recurring revenue: start and movements come to the end. Losses are negative. */
export interface RevenueMonth {
  month: string;
  startMinor: number;
  newMinor: number;
  expansionMinor: number;
  reactivationMinor: number;
  contractionMinor: number;
  churnMinor: number;
  endMinor: number;
  customersStart: number;
  customersCame: number;
  customersLeft: number;
  customersEnd: number;
  grossChurn: number | null;
  netChurn: number | null;
}

/** The month so many after another; negative is before. */
export const monthAfter = (month: string, count: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months: count }).toString();

/** Months from one to another, both included. */
export function monthsBetween(from: string, until: string): string[] {
  const { months } = Temporal.PlainYearMonth.from(from).until(until, { largestUnit: "months" });
  return Array.from({ length: Math.max(0, months + 1) }, (_, index) => monthAfter(from, index));
}

function monthOf(
  month: string,
  before: RevenueMonth | undefined,
  moved: readonly MovedInMonth[],
): RevenueMonth {
  const minor = (kind: MovementKind) =>
    moved.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.minor, 0);
  const customers = (sign: 1 | -1) =>
    moved.filter((one) => Math.sign(one.customers) === sign).reduce((sum, one) => sum + one.customers, 0);
  const startMinor = before?.endMinor ?? 0;
  const customersStart = before?.customersEnd ?? 0;
  const [came, left] = [customers(1), -customers(-1)];
  const parts = {
    newMinor: minor("new"),
    expansionMinor: minor("expansion"),
    reactivationMinor: minor("reactivation"),
    contractionMinor: minor("contraction"),
    churnMinor: minor("churn"),
  };
  const lost = { ...parts, contractionMinor: -parts.contractionMinor, churnMinor: -parts.churnMinor };
  return {
    month,
    startMinor,
    ...parts,
    endMinor: Object.values(parts).reduce((sum, part) => sum + part, startMinor),
    customersStart,
    customersCame: came,
    customersLeft: left,
    customersEnd: customersStart + came - left,
    grossChurn: grossChurnRate(startMinor, lost),
    netChurn: netChurnRate(startMinor, lost),
  };
}

/**
 * All months from the first movement until `until`, each starting where the one before ended. `moved` holds every movement
 * there ever was until then. Empty without any.
 */
export function revenueMonths(moved: readonly MovedInMonth[], until: string): RevenueMonth[] {
  const byMonth = Map.groupBy(moved, ({ month }) => month);
  const first = [...byMonth.keys()].toSorted()[0];
  const months: RevenueMonth[] = [];
  if (first === undefined) return months;
  for (const month of monthsBetween(first, until))
    months.push(monthOf(month, months.at(-1), byMonth.get(month) ?? []));
  return months;
}
