import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { DunningState } from "#modules/billing/rules/dunning/types.ts";

/** Dunning of one invoice as stored. */
export interface DunningRow {
  invoice_id: string;
  account_id: string;
  step: number;
  retried_step: number;
  next_at: string | null;
  first_reminded_on: string | null;
  held_until_on: string | null;
  suspended_at: string | null;
  ended_at: string | null;
}

/** Locks the dunning of an invoice; undefined when it never began. The invoice is locked first, as everywhere. */
export const lockDunning = (tx: Tx, invoiceId: string): Promise<DunningRow | undefined> =>
  firstRow<DunningRow>(
    tx,
    sql`SELECT invoice_id, account_id, step, retried_step, next_at, first_reminded_on::text, held_until_on::text,
          suspended_at, ended_at FROM billing.dunning WHERE invoice_id = ${invoiceId} FOR UPDATE`,
  );

/** Locks dunning that is under way. Errors: `billing.dunning_unknown`. */
export async function demandDunning(tx: Tx, invoiceId: string): Promise<DunningRow> {
  await tx.execute(sql`SELECT 1 FROM billing.invoice WHERE id = ${invoiceId} FOR UPDATE`);
  const row = await lockDunning(tx, invoiceId);
  if (!row || row.ended_at)
    throw refuse("not_found", "billing.dunning_unknown", "No reminders of this invoice are under way.");
  return row;
}

/** The row as the rules read it. */
export const stateOf = (row: DunningRow): DunningState => ({
  step: row.step,
  retriedStep: row.retried_step,
  firstRemindedOn: row.first_reminded_on,
  isSuspended: row.suspended_at !== null,
  heldUntilOn: row.held_until_on,
});
