import { z } from "zod";
import { Currency, Day, Minor } from "./money.ts";

/** A line of a quote or invoice. `amountMinor` as the price says it, before discount. */
export const QuoteLine = z.object({
  description: z.string(),
  quantity: z.number(),
  unitMinor: Minor.nullable(),
  amountMinor: Minor,
  discountMinor: Minor,
  netMinor: Minor,
  taxMinor: Minor,
  periodStartsOn: Day.nullable(),
  periodEndsOn: Day.nullable(),
});

/** Tax of one kind; `ratePpm` 200,000 is 20 %. `reason` is the sentence the invoice carries. */
export const QuoteTax = z.object({
  jurisdiction: z.string(),
  code: z.enum(["S", "Z", "E", "AE", "O"]),
  ratePpm: z.number().int(),
  netMinor: Minor,
  taxMinor: Minor,
  reason: z.string().nullable(),
});

/** Exactly what an invoice will say: made by the function that makes the invoice. */
export const Quote = z.object({
  currency: Currency,
  includesTax: z.boolean(),
  lines: z.array(QuoteLine),
  taxes: z.array(QuoteTax),
  discountMinor: Minor,
  netMinor: Minor,
  taxMinor: Minor,
  totalMinor: Minor,
});
export type Quote = z.output<typeof Quote>;
