import { z } from "zod";
import { Currency, Day, Instant, Minor } from "./money.ts";

export const MovementKind = z.enum(["new", "expansion", "contraction", "churn", "reactivation"]);

/** How many customers one run brings up to date; `more` says whether to run again. */
export const RefreshMovements = z.object({ limit: z.number().int().min(1).max(2000).default(500) });
export const RefreshedMovements = z.object({ customers: z.number().int(), more: z.boolean() });
export const RebuiltMovements = z.object({ movements: z.number().int() });

/** Millionths of `toCurrency` that one unit of `fromCurrency` is worth, from a day on until the next rate. */
export const RecordRate = z.object({
  fromCurrency: Currency,
  toCurrency: Currency.optional().describe("The company's currency unless given"),
  on: Day.describe("The first day it holds for"),
  ratePpm: z.number().int().min(1).max(1_000_000_000_000).describe("Millionths: 1.0825 is 1082500"),
  source: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .describe("Where the rate was read, such as the European Central Bank"),
});
export const FxRate = RecordRate.extend({ toCurrency: Currency });
export const FxRates = z.object({ currency: Currency, rates: z.array(FxRate) });

/** A number with its unit; `value` is null with a reason where it cannot be known. Money is in major units. */
export const RevenueFigure = z.object({
  key: z.string(),
  title: z.string(),
  unit: z.enum(["count", "percent", "money", "ratio"]),
  value: z.number().nullable(),
  reason: z.string().nullable(),
  meaning: z.string(),
});

/** One calendar month of the company's zone in its currency. Losses are negative; start and movements come to the end. */
export const RevenueMonth = z.object({
  month: z.string().describe("2027-01"),
  startMinor: Minor,
  newMinor: Minor,
  expansionMinor: Minor,
  reactivationMinor: Minor,
  contractionMinor: Minor,
  churnMinor: Minor,
  endMinor: Minor,
  customersStart: z.number().int(),
  customersCame: z.number().int(),
  customersLeft: z.number().int(),
  customersEnd: z.number().int(),
  /** Percent of the start; null where nothing was there. */
  grossChurn: z.number().nullable(),
  netChurn: z.number().nullable(),
});

export const GetRevenueOverview = z.object({ months: z.number().int().min(1).max(36).default(12) });
/**
 * `unconverted` are currencies without a rate, left out of everything in the company's currency. The forecast gives ends of
 * months to come: half of the runs reach `middleMinor`; null with too little history.
 */
export const RevenueOverview = z.object({
  at: Instant,
  currency: Currency,
  mrrMinor: Minor.nullable(),
  mrrReason: z.string().nullable(),
  currencies: z.array(
    z.object({ currency: Currency, minor: Minor, worthMinor: Minor.nullable(), customers: z.number().int() }),
  ),
  unconverted: z.array(Currency),
  figures: z.array(RevenueFigure),
  months: z.array(RevenueMonth),
  forecast: z
    .array(z.object({ month: z.string(), lowMinor: Minor, middleMinor: Minor, highMinor: Minor }))
    .nullable(),
});

export const GetRetentionCohorts = z.object({ months: z.number().int().min(2).max(24).default(12) });
/**
 * Customers by the month they came in; cell 0 is that month's end, each later one a month on. `revenue` and `customers` are
 * percent of what came in the first month.
 */
export const RetentionCohorts = z.object({
  currency: Currency,
  unconverted: z.array(Currency),
  cohorts: z.array(
    z.object({
      month: z.string(),
      customers: z.number().int(),
      mrrMinor: Minor,
      cells: z.array(
        z.object({
          month: z.string(),
          customers: z.number().nullable(),
          revenue: z.number().nullable(),
        }),
      ),
    }),
  ),
});

export const ListMovements = z.object({
  kind: MovementKind.optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as 2027-01")
    .optional()
    .describe("A calendar month of the company's zone"),
  cohort: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as 2027-01")
    .optional()
    .describe("Only customers who came in that month"),
  accountId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(500).default(50),
});
/** One movement; `worthMinor` is in the company's currency, null where no rate was recorded. */
export const Movement = z.object({
  accountId: z.uuid(),
  accountName: z.string(),
  at: Instant,
  kind: MovementKind,
  currency: Currency,
  amountMinor: Minor,
  beforeMinor: Minor,
  afterMinor: Minor,
  worthMinor: Minor.nullable(),
  subscriptionId: z.uuid(),
  cause: z.string(),
  causeId: z.uuid().nullable(),
});
export const MovementPage = z.object({
  currency: Currency,
  items: z.array(Movement),
  nextCursor: z.string().nullable(),
});
