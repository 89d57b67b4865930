import { localDate } from "#kernel/clock.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { sumMinor } from "#kernel/money.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { DrawStatement, Statement } from "#modules/billing/contract/partners.ts";
import { type LockedPartner, lockPartner } from "#modules/billing/queries/partners/lock-partner.ts";
import { getStatementRow } from "#modules/billing/queries/partners/statements.ts";
import { type CommissionBalance, statableOn } from "#modules/billing/rules/partners/commission.ts";

interface Line {
  commissionId: string;
  amountMinor: number;
}

/** What may be stated on a day; the commissions are held until the end of the transaction. */
async function lockStatable(tx: Tx, partnerId: string, currency: string, on: string): Promise<Line[]> {
  const open = await rows<CommissionBalance & { id: string }>(
    tx,
    sql`SELECT id, accrued_minor AS "accruedMinor", clawed_back_minor AS "clawedBackMinor",
          stated_minor AS "statedMinor", payable_on AS "payableOn"
        FROM billing.commission
        WHERE partner_id = ${partnerId} AND currency = ${currency}
          AND accrued_minor - clawed_back_minor - stated_minor <> 0
        ORDER BY id FOR UPDATE`,
  );
  return open
    .map((commission) => ({ commissionId: commission.id, amountMinor: statableOn(commission, on) }))
    .filter(({ amountMinor }) => amountMinor !== 0);
}

async function demandNoneOpen(tx: Tx, partnerId: string, currency: string): Promise<void> {
  const open = await firstRow<{ id: string }>(
    tx,
    sql`SELECT id FROM billing.commission_statement
        WHERE partner_id = ${partnerId} AND currency = ${currency} AND status = 'open'`,
  );
  if (open)
    throw refuse(
      "conflict",
      "billing.statement_open",
      "A statement is open already. Pay it or take it back first.",
      { data: { statementId: open.id } },
    );
}

async function writeStatement(
  tx: Tx,
  partner: LockedPartner,
  lines: readonly Line[],
  facts: { currency: string; amountMinor: number; on: string; at: string },
): Promise<string> {
  const id = newId();
  await tx.execute(
    sql`INSERT INTO billing.commission_statement (id, partner_id, account_id, currency, amount_minor, status, drawn_on,
          drawn_at)
        VALUES (${id}, ${partner.id}, ${partner.accountId}, ${facts.currency}, ${facts.amountMinor}, 'open', ${facts.on},
                ${facts.at})`,
  );
  await tx.execute(
    sql`WITH line AS (
          INSERT INTO billing.commission_statement_line (statement_id, commission_id, account_id, amount_minor)
          SELECT ${id}::uuid, "commissionId", ${partner.accountId}::uuid, "amountMinor"
          FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS l ("commissionId" uuid, "amountMinor" bigint)
          RETURNING commission_id, amount_minor)
        UPDATE billing.commission c SET stated_minor = c.stated_minor + line.amount_minor
        FROM line WHERE c.id = line.commission_id`,
  );
  return id;
}

/**
 * Draws up what a partner is to be paid today in one currency: every earning whose hold is over, less what was stated too
 * much before. Errors: `billing.partner_unknown`, `billing.statement_open`, `billing.nothing_payable` with the amount.
 */
export const drawStatement = defineCommand({
  name: "billing.draw_commission_statement",
  title: "Draw up what a partner is paid",
  http: "POST /billing/partners/:partnerId/statements",
  access: "billing:money",
  input: DrawStatement,
  output: Statement,
  load: (tx, { partnerId }) => lockPartner(tx, partnerId),
  run: async ({ tx, input: { currency }, now, company }, partner) => {
    const on = localDate(now, (await company()).zone).toString();
    await demandNoneOpen(tx, partner.id, currency);
    const lines = await lockStatable(tx, partner.id, currency, on);
    const amountMinor = sumMinor(lines.map((line) => line.amountMinor));
    if (amountMinor <= 0)
      throw refuse("conflict", "billing.nothing_payable", "Nothing is to be paid to this partner today.", {
        data: { payableMinor: amountMinor, currency },
      });
    const facts = { currency, amountMinor, on, at: now.toString() };
    return getStatementRow(tx, await writeStatement(tx, partner, lines, facts));
  },
});
