import type { z } from "zod";
import type { ChangeOutcome } from "#modules/billing/contract/subscriptions.ts";
import type { changeSubscription } from "#modules/billing/subscriptions/change-subscription.ts";

/** What a change brought about, as its caller is told. */
export function toOutcome(
  done: Awaited<ReturnType<typeof changeSubscription>>,
): z.input<typeof ChangeOutcome> {
  const { when, invoice, creditNotes } = done;
  return {
    when,
    invoice: invoice && {
      id: invoice.id,
      fullNumber: invoice.fullNumber,
      totalMinor: invoice.totalMinor,
      openMinor: invoice.openMinor,
    },
    creditNotes: creditNotes.map(({ id, fullNumber, totalMinor }) => ({ id, fullNumber, totalMinor })),
  };
}
