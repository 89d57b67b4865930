import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { Tx } from "#kernel/db/database.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { StatementFile, StatementPreview } from "#modules/billing/contract/bank-statements.ts";
import { findCandidates } from "#modules/billing/payments/statements/find-candidates.ts";
import { loadStatement } from "#modules/billing/payments/statements/load-statement.ts";
import { decideMatch } from "#modules/billing/rules/payments/matching/decide-match.ts";
import type { KeyedLine } from "#modules/billing/rules/payments/statements/line-key.ts";

/** So many lines are matched on trial. */
const SHOWN = 50;

async function knownKeys(tx: Tx, lines: readonly KeyedLine[]): Promise<Set<string>> {
  const keys = JSON.stringify(
    lines.map(({ bankAccount, lineKey }) => ({ account: bankAccount, key: lineKey })),
  );
  const found = await rows<{ key: string }>(
    tx,
    sql`SELECT b.bank_account || '|' || b.line_key AS key
        FROM jsonb_to_recordset(${keys}::jsonb) AS k(account text, key text)
        JOIN billing.bank_line b ON b.bank_account = k.account AND b.line_key = k.key`,
  );
  return new Set(found.map(({ key }) => key));
}

async function onTrial(tx: Tx, line: KeyedLine) {
  const facts = await findCandidates(tx, line);
  const { status, reason, invoiceIds } = decideMatch(facts);
  const candidates = [
    facts.byReference,
    facts.byNumber,
    facts.byRepair,
    facts.byPayerAccount,
    facts.byAmount,
  ].flat();
  const invoices = invoiceIds.flatMap((id) => {
    const invoice = candidates.find(({ invoiceId }) => invoiceId === id);
    if (!invoice) return [];
    const { fullNumber, openMinor, accountId, names } = invoice;
    return [{ id, fullNumber, openMinor, accountId, customer: names.at(-1) ?? "" }];
  });
  const { bookedOn, amountMinor, currency, payerName, payerIban, remittance } = line;
  return { bookedOn, amountMinor, currency, payerName, payerIban, remittance, status, reason, invoices };
}

function incoming(lines: readonly KeyedLine[]) {
  const sums = new Map<string, number>();
  for (const { amountMinor, currency } of lines)
    if (amountMinor > 0) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}

/** Shows what a bank's file would bring, and to which invoices; writes nothing. Errors: those of reading. */
export const previewStatement = defineCommand({
  name: "billing.preview_statement",
  title: "Show what a bank statement would bring",
  http: "POST /billing/statement-previews",
  access: "billing:money",
  unaudited: true,
  input: StatementFile,
  output: StatementPreview,
  run: async ({ tx, input, company }) => {
    const loaded = await loadStatement(tx, input, (await company()).currency);
    const { keyed, format, pending, warnings, csv, sha256 } = loaded;
    const known = await knownKeys(tx, keyed);
    const fresh = keyed.filter(({ bankAccount, lineKey }) => !known.has(`${bankAccount}|${lineKey}`));
    const days = keyed.map(({ bookedOn }) => bookedOn).toSorted();
    const lines = [];
    for (const line of fresh.slice(0, SHOWN)) lines.push(await onTrial(tx, line));
    const before = await firstRow(tx, sql`SELECT 1 FROM billing.bank_statement WHERE sha256 = ${sha256}`);
    return {
      format,
      bankAccounts: [...new Set(keyed.map(({ bankAccount }) => bankAccount))],
      fromOn: days[0] ?? null,
      toOn: days.at(-1) ?? null,
      lineCount: keyed.length,
      newCount: fresh.length,
      pendingCount: pending,
      inMinor: incoming(fresh),
      isKnown: before !== undefined,
      warnings,
      csv,
      lines,
    };
  },
});
