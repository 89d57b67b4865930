import type { Tx } from "#kernel/db/database.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { DunningRef, DunningStepDone } from "#modules/billing/contract/dunning.ts";
import { lockDunning } from "#modules/billing/dunning/dunning-row.ts";
import { dunningSettings } from "#modules/billing/dunning/dunning-settings.ts";
import { stopDunning } from "#modules/billing/dunning/stop-dunning.ts";
import { takeStep } from "#modules/billing/dunning/take-step.ts";
import { lockInvoice, openAmount } from "#modules/billing/invoices/load-invoice.ts";

/** The invoice first: money that arrives locks it too, so that one of the two sees what the other did. */
async function lockBoth(tx: Tx, invoiceId: string) {
  const invoice = await lockInvoice(tx, invoiceId);
  return { invoice, row: await lockDunning(tx, invoiceId) };
}

/** Takes the next step of a late invoice if one is due now. Errors: `billing.invoice_unknown`. */
export const takeDunningStep = defineCommand({
  name: "billing.take_dunning_step",
  title: "Take the next step with a late invoice",
  http: "POST /billing/invoices/:invoiceId/dunning-steps",
  access: "billing:money",
  input: DunningRef,
  output: DunningStepDone,
  load: (tx, { invoiceId }) => lockBoth(tx, invoiceId),
  run: async (context, { invoice, row }) => {
    const { tx, now, input } = context;
    const { invoiceId } = input;
    const isDue =
      row?.next_at && Temporal.Instant.compare(Temporal.Instant.from(row.next_at), now) <= 0 && !row.ended_at;
    if (!row || !isDue)
      return {
        invoiceId,
        did: "nothing" as const,
        nextAt: row?.next_at ? Temporal.Instant.from(row.next_at).toString() : null,
      };
    if (invoice.status !== "open" || openAmount(invoice) === 0) {
      await stopDunning(tx, invoiceId, invoice.status === "void" ? "void" : "stopped", now);
      return { invoiceId, did: "end" as const, nextAt: null };
    }
    return { invoiceId, ...(await takeStep(context, invoice, row, await dunningSettings(tx))) };
  },
});
