import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";
import { ownedAccounts } from "#modules/people/index.ts";

/** Documents of invoices hold the name and address as issued. */
export const invoiceFileData: PersonalDataSource = {
  table: "billing.invoice_file",
  what: "Invoices, e-invoices and receipts as files, of accounts the person owns",
  basis: "The law asks for invoices to be kept unchanged, for up to ten years; they are not erased before",
  export: async (db, personId) =>
    rows(
      db,
      sql`SELECT i.full_number, d.kind, d.file_id, d.sha256, d.made_at
          FROM billing.invoice_file d JOIN billing.invoice i ON i.id = d.invoice_id
          WHERE d.account_id = ANY (${sql.param(await ownedAccounts(db, personId))}::uuid[])
          ORDER BY d.made_at, d.kind`,
    ),
  erase: async () => {},
};
