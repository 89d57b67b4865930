import type { FileReader } from "#kernel/module.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { billedAccounts } from "#modules/billing/policy.ts";

/** Documents of invoices may be downloaded by those who see the account's bills. */
export const readInvoiceFiles: FileReader = async (tx, fileId, actor) => {
  const file = await firstRow<{ account_id: string }>(
    tx,
    sql`SELECT account_id FROM billing.invoice_file WHERE file_id = ${fileId}`,
  );
  return file !== undefined && billedAccounts(actor, file.account_id).length > 0;
};
