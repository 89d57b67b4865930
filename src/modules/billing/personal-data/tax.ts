import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** What a person of staff found out about tax. Proof of tax has to be kept; the person leaves it. */
export const taxData: PersonalDataSource = {
  table: "billing.tax_id_check, billing.tax_review",
  what: "Tax ids and invoices a person of staff looked at",
  basis: "Proof of taxation has to be kept by law; the person is removed from it when erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT checked_at AS at, number AS about, consultation AS note FROM billing.tax_id_check
          WHERE checked_by = ${personId}
          UNION ALL
          SELECT r.reviewed_at, i.full_number, r.note FROM billing.tax_review r
          JOIN billing.invoice i ON i.id = r.invoice_id WHERE r.reviewed_by = ${personId} ORDER BY at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`UPDATE billing.tax_id_check SET checked_by = NULL WHERE checked_by = ${personId}`);
    await db.execute(sql`UPDATE billing.tax_review SET reviewed_by = NULL WHERE reviewed_by = ${personId}`);
  },
};
