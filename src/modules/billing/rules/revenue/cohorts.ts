import { monthsBetween } from "./months.ts";

/** What moved in a month with customers who came first in another; `came…` of what their coming brought. */
export interface MovedInCohort {
  cohort: string;
  month: string;
  minor: number;
  customers: number;
  cameMinor: number;
  cameCustomers: number;
}

/** Customers by the month they came in, and what of them is there at the end of each month since, in percent. */
export interface Cohort {
  month: string;
  customers: number;
  mrrMinor: number;
  cells: { month: string; customers: number | null; revenue: number | null }[];
}

const share = (part: number, whole: number): number | null => (whole > 0 ? (100 * part) / whole : null);

function cohortOf(month: string, moved: readonly MovedInCohort[], until: string): Cohort {
  const customers = moved.reduce((sum, one) => sum + one.cameCustomers, 0);
  const mrrMinor = moved.reduce((sum, one) => sum + one.cameMinor, 0);
  let [kept, revenue] = [0, 0];
  const cells = monthsBetween(month, until).map((at) => {
    for (const one of moved.filter((candidate) => candidate.month === at)) {
      kept += one.customers;
      revenue += one.minor;
    }
    return { month: at, customers: share(kept, customers), revenue: share(revenue, mrrMinor) };
  });
  return { month, customers, mrrMinor, cells };
}

/** Cohorts from the month `from` on, the oldest first; months in which nobody came have none. */
export function retentionCohorts(
  moved: readonly MovedInCohort[],
  { from, until }: { from: string; until: string },
): Cohort[] {
  return [...Map.groupBy(moved, ({ cohort }) => cohort)]
    .filter(([month]) => month >= from && month <= until)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, ofCohort]) => cohortOf(month, ofCohort, until));
}
