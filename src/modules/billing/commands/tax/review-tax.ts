import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ReviewTax } from "#modules/billing/contract/tax.ts";
import { TaxReviewed } from "#modules/billing/events/tax.ts";

async function findFlagged(tx: Tx, invoiceId: string): Promise<{ account_id: string }> {
  const row = await firstRow<{ account_id: string }>(
    tx,
    sql`SELECT account_id FROM billing.invoice
        WHERE id = ${invoiceId} AND issued_on IS NOT NULL AND coalesce(tax_evidence -> 'flags', '[]') <> '[]'`,
  );
  if (!row)
    throw refuse(
      "not_found",
      "billing.tax_not_doubtful",
      "There is no invoice of this id with doubtful tax.",
    );
  return row;
}

/**
 * Writes down what was found about the doubtful tax of an invoice; it leaves the list. The invoice stays as it is: wrong
 * tax is put right by a credit note and a new invoice. Errors: `billing.tax_not_doubtful`, `billing.tax_reviewed`.
 */
export const reviewTax = defineCommand({
  name: "billing.review_tax",
  title: "Say what was found about doubtful tax",
  http: "POST /billing/tax-reviews",
  access: "billing:money",
  input: ReviewTax,
  output: z.object({ invoiceId: z.uuid() }),
  load: (tx, { invoiceId }) => findFlagged(tx, invoiceId),
  run: async ({ tx, input, now, actor, emit }, { account_id: accountId }) => {
    const { invoiceId, note } = input;
    // The key decides between two who look at the same time.
    const written = await rows(
      tx,
      sql`INSERT INTO billing.tax_review (invoice_id, account_id, note, reviewed_at, reviewed_by)
          VALUES (${invoiceId}, ${accountId}, ${note}, ${now.toString()}, ${actorPersonId(actor)})
          ON CONFLICT (invoice_id) DO NOTHING RETURNING invoice_id`,
    );
    if (written.length === 0)
      throw refuse("conflict", "billing.tax_reviewed", "Somebody has looked at this invoice already.");
    await emit(TaxReviewed, { accountId, invoiceId });
    return { invoiceId };
  },
});
