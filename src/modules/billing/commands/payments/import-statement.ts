import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { ImportedStatement, StatementFile } from "#modules/billing/contract/bank-statements.ts";
import { matchStatement } from "#modules/billing/jobs/payments/match-statement.ts";
import {
  layoutKey,
  loadStatement,
  type LoadedStatement,
} from "#modules/billing/payments/statements/load-statement.ts";

/** Rows a statement writes at once. */
const BATCH = 1000;

function nothingBooked({ pending, warnings }: LoadedStatement) {
  if (pending > 0)
    return refuse(
      "invalid",
      "billing.statement_empty",
      "The file holds announced movements alone. Import it again once they are booked.",
    );
  return refuse("invalid", "billing.statement_empty", warnings[0] ?? "The file holds no booked movement.");
}

/** Writes the lines nobody knows yet; those that overlap another file are left out by their key. */
async function insertLines(
  { tx }: CommandContext<unknown>,
  statementId: string,
  { keyed }: LoadedStatement,
): Promise<number> {
  let inserted = 0;
  for (let start = 0; start < keyed.length; start += BATCH) {
    const records = keyed.slice(start, start + BATCH).map((line, index) => ({
      id: newId(),
      statement_id: statementId,
      position: start + index,
      bank_account: line.bankAccount,
      line_key: line.lineKey,
      booked_on: line.bookedOn,
      amount_minor: line.amountMinor,
      currency: line.currency,
      payer_name: line.payerName,
      payer_iban: line.payerIban,
      remittance: line.remittance,
      bank_ref: line.bankRef,
      is_reversal: line.isReversal,
      status: "new",
    }));
    const found = await rows(
      tx,
      sql`INSERT INTO billing.bank_line (id, statement_id, position, bank_account, line_key, booked_on, amount_minor,
            currency, payer_name, payer_iban, remittance, bank_ref, is_reversal, status)
          SELECT id, statement_id, position, bank_account, line_key, booked_on, amount_minor, currency, payer_name,
            payer_iban, remittance, bank_ref, is_reversal, status
          FROM jsonb_populate_recordset(null::billing.bank_line, ${JSON.stringify(records)}::jsonb)
          ON CONFLICT (bank_account, line_key) DO NOTHING RETURNING id`,
    );
    inserted += found.length;
  }
  return inserted;
}

async function insertStatement(
  { tx, now, actor, input }: CommandContext<{ fileName: string }>,
  { sha256, format, statementRef, lines }: LoadedStatement,
): Promise<string | undefined> {
  const days = lines.map(({ bookedOn }) => bookedOn).toSorted();
  const accounts = [...new Set(lines.map(({ bankAccount }) => bankAccount))].join(", ");
  const row = await firstRow<{ id: string }>(
    tx,
    sql`INSERT INTO billing.bank_statement (id, bank_account, format, file_name, sha256, statement_ref, currency, from_on,
          to_on, lines, new_lines, imported_at, imported_by)
        VALUES (${newId()}, ${accounts.slice(0, 300)}, ${format}, ${input.fileName}, ${sha256},
                ${statementRef?.slice(0, 100) ?? null}, ${lines[0]?.currency ?? ""}, ${days[0] ?? ""},
                ${days.at(-1) ?? ""}, ${lines.length}, 0, ${now.toString()}, ${actorPersonId(actor)})
        ON CONFLICT (sha256) DO NOTHING RETURNING id`,
  );
  return row?.id;
}

/** How files with these heads are read, from now on. */
async function keepLayout({ tx, now }: CommandContext<unknown>, { csv }: LoadedStatement): Promise<void> {
  if (!csv) return;
  await tx.execute(
    sql`INSERT INTO billing.statement_layout (header_sha256, layout, used_at)
        VALUES (${layoutKey(csv.heads)}, ${JSON.stringify(csv.layout)}::jsonb, ${now.toString()})
        ON CONFLICT (header_sha256) DO UPDATE SET layout = excluded.layout, used_at = excluded.used_at`,
  );
}

/**
 * Takes a bank's file in: each movement once, whichever files tell of it. The same file again changes nothing. Matching
 * with open invoices follows in the background. Errors: those of reading, `billing.statement_empty`,
 * `billing.statement_too_large`.
 */
export const importStatement = defineCommand({
  name: "billing.import_statement",
  title: "Import a bank statement",
  http: "POST /billing/statements",
  access: "billing:money",
  confirm: true,
  input: StatementFile,
  output: ImportedStatement,
  run: async (context) => {
    const { tx, input, company, enqueue } = context;
    const loaded = await loadStatement(tx, input, (await company()).currency);
    const lineCount = loaded.lines.length;
    if (lineCount === 0) throw nothingBooked(loaded);
    const statementId = await insertStatement(context, loaded);
    if (!statementId) {
      const known = await firstRow<{ id: string }>(
        tx,
        sql`SELECT id FROM billing.bank_statement WHERE sha256 = ${loaded.sha256}`,
      );
      return { statementId: known?.id ?? "", isNew: false, lineCount, newCount: 0 };
    }
    await keepLayout(context, loaded);
    const newCount = await insertLines(context, statementId, loaded);
    await tx.execute(
      sql`UPDATE billing.bank_statement SET new_lines = ${newCount} WHERE id = ${statementId}`,
    );
    if (newCount > 0) await enqueue(matchStatement, { statementId });
    return { statementId, isNew: true, lineCount, newCount };
  },
});
