import { z } from "zod";
import { Currency, Day, Minor } from "./money.ts";

const Amount = Minor.min(1).max(1_000_000_000_000);
const Reference = z.string().trim().min(1).max(120);

/** Credit the company gives of its own, such as for a bad day; the next invoice uses it. */
export const GrantCredit = z.object({
  accountId: z.uuid(),
  currency: Currency,
  amountMinor: Amount,
  reason: z.string().trim().min(1).max(300),
});
export const GrantedCredit = z.object({ balanceMinor: Minor });

/** Money a payment provider paid out to the bank; `reference` is the provider's own name of the payout. */
export const RecordPayout = z.object({
  reference: Reference,
  currency: Currency,
  amountMinor: Amount,
  on: Day,
});

/**
 * Money that changed its currency on the way: `fromMinor` left, `toMinor` came; `worthMinor` is what it should have come to
 * by the company's rate of the day. The difference is a gain or a loss.
 */
export const RecordExchange = z.object({
  reference: Reference,
  fromAccount: z.enum(["bank", "provider_clearing"]),
  fromCurrency: Currency,
  fromMinor: Amount,
  toCurrency: Currency,
  toMinor: Amount,
  worthMinor: Amount,
  on: Day,
});
export const Booked = z.object({ reference: z.string() });
