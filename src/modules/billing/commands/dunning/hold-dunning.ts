import { localDate } from "#kernel/clock.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { DunningRef, HoldDunning } from "#modules/billing/contract/dunning.ts";
import { demandDunning } from "#modules/billing/dunning/dunning-row.ts";
import { DunningHeld } from "#modules/billing/events/dunning.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";

/**
 * Agrees to wait: until that day no mail goes out, nothing is charged and no access ends.
 * Errors: `billing.dunning_unknown`, `billing.day_passed`.
 */
export const holdDunning = defineCommand({
  name: "billing.hold_dunning",
  title: "Give a customer time until a day",
  http: "POST /billing/invoices/:invoiceId/dunning-hold",
  access: "billing:money",
  input: HoldDunning,
  output: DunningRef,
  load: (tx, { invoiceId }) => demandDunning(tx, invoiceId),
  run: async ({ tx, now, input, company, emit }) => {
    const { invoiceId, untilOn, reason } = input;
    if (untilOn <= localDate(now, (await company()).zone).toString())
      throw refuse("invalid", "billing.day_passed", "Choose a day that is still to come.", {
        issues: [{ path: "untilOn", message: "must be later than today" }],
      });
    // Looked at now, the next step waits for the day by itself.
    await tx.execute(
      sql`UPDATE billing.dunning SET held_until_on = ${untilOn}, note = ${reason}, next_at = ${now.toString()}
          WHERE invoice_id = ${invoiceId}`,
    );
    const invoice = await getInvoiceRow(tx, invoiceId);
    await emit(DunningHeld, {
      accountId: invoice.account_id,
      invoiceId,
      fullNumber: invoice.full_number ?? "",
      untilOn,
    });
    return { invoiceId };
  },
});
