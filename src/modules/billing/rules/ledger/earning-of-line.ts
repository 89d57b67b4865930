import type { RevenueKind } from "../types.ts";

/** What decides when a line of an invoice is earned. */
export interface EarnedLine {
  netMinor: number;
  revenue: RevenueKind;
  periodStartsOn: string | null;
  periodEndsOn: string | null;
}

/**
 * `dated`: by day over its period. `at_once`: on the day of issue. `waits`: from the day it is paid, because the invoice
 * is an offer until then. Usage has been used; work on an invoice of its own has been done; what was ordered is still
 * to come.
 */
export type Earning = "dated" | "at_once" | "waits";

/** When a line is earned. `sourceKind` is what the invoice was drawn for. */
export function earningOfLine(line: EarnedLine, sourceKind: string): Earning {
  if (line.revenue === "usage") return "at_once";
  if (line.periodStartsOn !== null && line.periodEndsOn !== null) return "dated";
  const isOrdered = sourceKind === "order" || sourceKind === "instalment";
  return line.revenue === "service" && !isOrdered ? "at_once" : "waits";
}
