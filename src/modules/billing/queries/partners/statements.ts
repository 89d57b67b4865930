import type { SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { Statement } from "#modules/billing/contract/partners.ts";

export type StatementRow = z.output<typeof Statement>;

const COLUMNS = sql`t.id, t.partner_id AS "partnerId", t.currency, t.amount_minor AS "amountMinor", t.status,
  t.drawn_on AS "drawnOn", t.paid_on AS "paidOn", t.reference`;

const statementUnknown = () =>
  refuse("not_found", "billing.statement_unknown", "There is no statement of this id.");

/** Statements, latest first. `where` speaks of statement t. */
export const statementRows = (db: Db, where: SQL): Promise<StatementRow[]> =>
  rows<StatementRow>(
    db,
    sql`SELECT ${COLUMNS} FROM billing.commission_statement t WHERE ${where} ORDER BY t.drawn_at DESC, t.id DESC`,
  );

/** Reads a statement. Errors: `billing.statement_unknown`. */
export async function getStatementRow(db: Db, statementId: string): Promise<StatementRow> {
  const [statement] = await statementRows(db, sql`t.id = ${statementId}`);
  if (!statement) throw statementUnknown();
  return statement;
}

/** Locks a statement that is still open. Errors: `billing.statement_unknown`, `billing.statement_settled`. */
export async function lockOpenStatement(tx: Tx, statementId: string): Promise<StatementRow> {
  const statement = await firstRow<StatementRow>(
    tx,
    sql`SELECT ${COLUMNS} FROM billing.commission_statement t WHERE t.id = ${statementId} FOR UPDATE`,
  );
  if (!statement) throw statementUnknown();
  if (statement.status !== "open")
    throw refuse(
      "conflict",
      "billing.statement_settled",
      statement.status === "paid"
        ? "This statement is paid already. Nothing more is to be done for it."
        : "This statement was taken back. Draw a new one.",
    );
  return statement;
}
