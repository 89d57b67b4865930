import type { EventDefinition } from "#kernel/events/event.ts";
import type { TimelineEntry } from "#kernel/module.ts";
import * as events from "#modules/billing/events/dunning.ts";
import type { z } from "zod";

/** An event about an invoice in words, leading to the invoice. */
function aboutInvoice<S extends z.ZodType<{ invoiceId: string; fullNumber: string }>>(
  event: EventDefinition<S>,
  words: (payload: z.output<S>) => string,
): TimelineEntry {
  return {
    event: event.name,
    permission: "billing:read",
    tell: (payload) => {
      const facts = event.payload.parse(payload);
      return { text: words(facts), href: `/console/billing/invoices/${facts.invoiceId}` };
    },
  };
}

/** How dunning reads on the page of an account. */
export const dunningTimeline: readonly TimelineEntry[] = [
  aboutInvoice(
    events.DunningStarted,
    ({ fullNumber, dueOn }) => `Invoice ${fullNumber}, due on ${dueOn}, is late`,
  ),
  aboutInvoice(
    events.DunningReminded,
    ({ fullNumber, step }) => `Reminder ${step} of invoice ${fullNumber} went out`,
  ),
  aboutInvoice(
    events.DunningSuspended,
    ({ fullNumber }) => `Access is held back: invoice ${fullNumber} is not paid`,
  ),
  aboutInvoice(events.DunningHeld, ({ fullNumber, untilOn }) =>
    untilOn === null
      ? `Reminders of invoice ${fullNumber} were ended`
      : `Reminders of invoice ${fullNumber} wait until ${untilOn}`,
  ),
  aboutInvoice(events.InvoiceWrittenOff, ({ fullNumber }) => `Invoice ${fullNumber} was written off`),
  aboutInvoice(
    events.InvoiceReopened,
    ({ fullNumber }) => `The write-off of invoice ${fullNumber} was taken back`,
  ),
  {
    event: events.CardExpiryTold.name,
    permission: "billing:read",
    tell: (payload) => ({
      text: `Told that the saved card is good until ${events.CardExpiryTold.payload.parse(payload).expiresOn}`,
    }),
  },
];
