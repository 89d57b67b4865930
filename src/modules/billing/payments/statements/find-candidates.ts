import type { SQL } from "drizzle-orm";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { LineFacts, MatchCandidate } from "#modules/billing/rules/payments/matching/decide-match.ts";
import {
  findReferences,
  repairReferences,
} from "#modules/billing/rules/payments/matching/find-references.ts";

/** What of a line decides what it is for. */
export interface LineToMatch {
  amountMinor: number;
  currency: string;
  payerName: string;
  payerIban: string | null;
  remittance: string;
  isReversal: boolean;
}

const OPEN = sql`(CASE WHEN i.status IN ('open', 'uncollectible')
  THEN i.total_minor - i.paid_minor - i.credited_minor ELSE 0 END)`;
/** More than so many of one amount are no help to anybody. */
const MOST = 50;

const find = (db: Db, where: SQL): Promise<MatchCandidate[]> =>
  rows<MatchCandidate>(
    db,
    sql`SELECT i.id AS "invoiceId", i.account_id AS "accountId", i.full_number AS "fullNumber",
          i.payment_reference AS reference, i.currency, ${OPEN} AS "openMinor",
          array_remove(ARRAY[i.customer->>'name', i.customer->>'organisation'], NULL) AS names
        FROM billing.invoice i WHERE i.kind = 'invoice' AND i.status <> 'draft' AND ${where}
        ORDER BY i.due_on, i.id LIMIT ${MOST}`,
  );

const byReferences = async (db: Db, references: readonly string[]): Promise<MatchCandidate[]> => {
  if (references.length === 0) return [];
  const found = await find(db, sql`i.payment_reference = ANY(${sql.param([...references])})`);
  return found.toSorted((a, b) => references.indexOf(a.reference) - references.indexOf(b.reference));
};

const isOpen = sql`i.status = 'open' AND i.total_minor - i.paid_minor - i.credited_minor > 0`;

/** Open invoices of accounts whose payments came from this bank account before. */
const byPayerAccount = (db: Db, { payerIban, currency }: LineToMatch) =>
  payerIban
    ? find(
        db,
        sql`${isOpen} AND i.currency = ${currency} AND i.account_id IN (
          SELECT p.account_id FROM billing.bank_line b JOIN billing.payment p ON p.id = b.payment_id
          WHERE b.payer_iban = ${payerIban} AND b.status = 'matched')`,
      )
    : Promise.resolve([]);

const byAmount = (db: Db, { amountMinor, currency }: LineToMatch) =>
  find(
    db,
    sql`i.status = 'open' AND i.currency = ${currency}
      AND i.total_minor - i.paid_minor - i.credited_minor = ${amountMinor}`,
  );

/** Looks for the invoices a line may be for, in every way; the costly ones only where a cheaper one found none. */
export async function findCandidates(db: Db, line: LineToMatch): Promise<LineFacts> {
  const facts = { ...line, byReference: [], byNumber: [], byRepair: [], byPayerAccount: [], byAmount: [] };
  if (line.amountMinor <= 0) return facts;
  const { exact, byNumber } = findReferences(line.remittance);
  const byReference = await byReferences(db, exact);
  if (byReference.length > 0) return { ...facts, byReference };
  const numbered = await byReferences(db, byNumber);
  if (numbered.length > 0) return { ...facts, byNumber: numbered };
  return {
    ...facts,
    byRepair: await byReferences(db, repairReferences(line.remittance)),
    byPayerAccount: await byPayerAccount(db, line),
    byAmount: await byAmount(db, line),
  };
}
