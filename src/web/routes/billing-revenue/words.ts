import type { z } from "zod";
import type { Movement, MovementKind } from "#modules/billing/contract/revenue.ts";
import { currencyDigits } from "#web/format/money.ts";

type Kind = z.output<typeof MovementKind>;

/** Kinds of movements as people call them, in the order of a waterfall. */
export const KINDS: Record<Kind, string> = {
  new: "New",
  expansion: "Expansion",
  reactivation: "Reactivation",
  contraction: "Contraction",
  churn: "Churn",
};

const CAUSES: Record<string, string> = {
  "billing.subscription_started": "Subscription started",
  "billing.subscription_changed": "Plan or seats changed",
  "billing.subscription_renewed": "Renewed at another price",
  "billing.subscription_cancelled": "Subscription ended",
  "billing.subscription_paused": "Paused",
  "billing.subscription_resumed": "Resumed",
  "billing.subscription_suspended": "Suspended for want of payment",
  "billing.subscription_restored": "Paid, and restored",
  "billing.subscription_past_due": "Payment overdue",
};

/** What caused a movement, in words. */
export const causeWords = ({ cause }: Pick<z.output<typeof Movement>, "cause">): string =>
  CAUSES[cause] ?? "Subscription changed";

/** An amount in major units, for charts. */
export const inMajor = (minor: number, currency: string): number => minor / 10 ** currencyDigits(currency);

/** `May 2027` of `2027-05`, in the reader's language. */
export function monthWords(month: string, locale: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(
    Date.UTC(year, number - 1, 1),
  );
}

/** The last day of a month. */
export const lastDayOf = (month: string): string => {
  const found = Temporal.PlainYearMonth.from(month);
  return found.toPlainDate({ day: found.daysInMonth }).toString();
};
