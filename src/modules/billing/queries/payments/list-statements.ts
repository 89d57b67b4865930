import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListStatements, StatementPage } from "#modules/billing/contract/bank-statements.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

interface StatementRow {
  id: string;
  bankAccount: string;
  format: "csv" | "camt053";
  fileName: string;
  fromOn: string;
  toOn: string;
  lineCount: number;
  newCount: number;
  openCount: number;
  importedAt: string;
}

/** Imported bank statements, the latest first. Errors: `billing.cursor_unknown`. */
export const listStatements = defineQuery({
  name: "billing.list_statements",
  title: "List imported bank statements",
  http: "GET /billing/statements",
  access: "billing:money",
  input: ListStatements,
  output: StatementPage,
  run: async ({ db, input: { cursor, limit } }) => {
    const place = readCursor(cursor, 1);
    const { items, nextCursor } = await pageOf(
      rows<StatementRow>(
        db,
        sql`SELECT s.id, s.bank_account AS "bankAccount", s.format, s.file_name AS "fileName", s.from_on AS "fromOn",
              s.to_on AS "toOn", s.lines AS "lineCount", s.new_lines AS "newCount", s.imported_at AS "importedAt",
              (SELECT count(*)::int FROM billing.bank_line b
               WHERE b.statement_id = s.id AND b.status IN ('new', 'suggested', 'unmatched')) AS "openCount"
            FROM billing.bank_statement s WHERE ${place ? sql`s.id < ${place[0]}::uuid` : sql`true`}
            ORDER BY s.id DESC LIMIT ${limit + 1}`,
      ),
      limit,
      ({ id }) => [id],
    );
    return {
      items: items.map((row) => ({ ...row, importedAt: Temporal.Instant.from(row.importedAt).toString() })),
      nextCursor,
    };
  },
});
