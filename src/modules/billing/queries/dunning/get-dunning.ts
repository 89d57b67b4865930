import { localDate } from "#kernel/clock.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { DunningRef, DunningView } from "#modules/billing/contract/dunning.ts";
import { dunningSettings } from "#modules/billing/dunning/dunning-settings.ts";
import { LATE_TABLES, lateColumns, type LateRow } from "#modules/billing/queries/dunning/late-rows.ts";

/** A late invoice and how far its reminders are. Errors: `billing.dunning_unknown`. */
export const getDunning = defineQuery({
  name: "billing.get_dunning",
  title: "See a late invoice",
  http: "GET /billing/dunning/:invoiceId",
  access: "billing:read",
  input: DunningRef,
  output: DunningView,
  run: async ({ db, now, input, company }) => {
    const today = localDate(now, (await company()).zone).toString();
    const row = await firstRow<LateRow>(
      db,
      sql`SELECT ${lateColumns(today)} FROM ${LATE_TABLES} WHERE d.invoice_id = ${input.invoiceId}`,
    );
    if (!row)
      throw refuse("not_found", "billing.dunning_unknown", "No reminders of this invoice ever began.");
    return { ...row, steps: (await dunningSettings(db)).reminderDays.length };
  },
});
