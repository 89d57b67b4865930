import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { BankLinePage, ListBankLines } from "#modules/billing/contract/bank-statements.ts";
import { readBankLines } from "#modules/billing/queries/payments/bank-line-rows.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

const matches = (text: string) =>
  sql`position(lower(${text}) in lower(b.payer_name || ' ' || b.remittance || ' ' || coalesce(b.payer_iban, ''))) > 0`;

/** Bank lines, the latest first: those that wait for a person, or all of a state or statement. Errors: `billing.cursor_unknown`. */
export const listBankLines = defineQuery({
  name: "billing.list_bank_lines",
  title: "List bank lines and payments to match",
  http: "GET /billing/bank-lines",
  access: "billing:money",
  input: ListBankLines,
  output: BankLinePage,
  run: async ({ db, input: { status, statementId, text, cursor, limit } }) => {
    const place = readCursor(cursor, 2);
    const standing = status
      ? sql`b.status = ${status}`
      : statementId
        ? sql`true`
        : sql`b.status IN ('suggested', 'unmatched')`;
    return pageOf(
      readBankLines(
        db,
        sql`WHERE ${standing} AND ${statementId ? sql`b.statement_id = ${statementId}` : sql`true`}
            AND ${text ? matches(text) : sql`true`}
            AND ${place ? sql`(b.booked_on, b.id) < (${place[0]}::date, ${place[1]}::uuid)` : sql`true`}
            ORDER BY b.booked_on DESC, b.id DESC LIMIT ${limit + 1}`,
      ),
      limit,
      (line) => [line.bookedOn, line.id],
    );
  },
});
