import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListTaxIdChecks, TaxIdCheckPage, type TaxIdCheckView } from "#modules/billing/contract/tax.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

/** What was found out about tax ids, newest first; `text` is part of a number. Errors: `billing.cursor_unknown`. */
export const listTaxIdChecks = defineQuery({
  name: "billing.list_tax_id_checks",
  title: "List checks of tax ids",
  http: "GET /billing/tax-id-checks",
  access: "billing:books",
  input: ListTaxIdChecks,
  output: TaxIdCheckPage,
  run: async ({ db, input }) => {
    const after = readCursor(input.cursor, 2);
    const part = input.text.toUpperCase().replace(/[^A-Z0-9]/g, "");
    const found = rows<TaxIdCheckView>(
      db,
      sql`SELECT id, number, country, result, source, consultation, to_json(checked_at) #>> '{}' AS "checkedAt"
          FROM billing.tax_id_check
          WHERE number LIKE ${`%${part}%`}
            ${after ? sql`AND (checked_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
          ORDER BY checked_at DESC, id DESC LIMIT ${input.limit + 1}`,
    );
    return pageOf(found, input.limit, (row) => [row.checkedAt, row.id]);
  },
});
