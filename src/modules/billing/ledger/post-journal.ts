import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { balancedPostings, type Posting } from "#modules/billing/rules/ledger/posting.ts";

/** A journal before it is written. */
export interface JournalEntry {
  /** Names what happened, such as `invoice:<id>`; it is booked once. */
  ref: string;
  /** The local day of the company it counts for. */
  on: string;
  /** When it is written down; an ISO instant. */
  at: string;
  /** `invoice`, `payment`, `earned`, …: what to sum up by. */
  kind: string;
  /** A sentence without names of people: journals are never erased. */
  text: string;
  /** The customer it concerns; null for what concerns many or none. A customer's operation can only book its own. */
  accountId: string | null;
  postings: readonly Posting[];
  /** The journal it takes back; each is taken back once. */
  reversesId?: string;
}

interface Written {
  id: string;
  ref: string;
}

async function insertJournals(
  tx: Tx,
  entries: readonly (JournalEntry & { id: string })[],
): Promise<Written[]> {
  const records = entries.map((entry) => ({
    id: entry.id,
    ref: entry.ref,
    booked_on: entry.on,
    booked_at: entry.at,
    kind: entry.kind,
    text: entry.text,
    account_id: entry.accountId,
    reverses_id: entry.reversesId ?? null,
  }));
  return rows<Written>(
    tx,
    sql`INSERT INTO billing.journal (id, ref, booked_on, booked_at, kind, text, account_id, reverses_id)
        SELECT id, ref, booked_on, booked_at, kind, text, account_id, reverses_id
        FROM jsonb_populate_recordset(null::billing.journal, ${JSON.stringify(records)}::jsonb)
        ON CONFLICT (ref) DO NOTHING RETURNING id, ref`,
  );
}

async function insertPostings(tx: Tx, entries: readonly (JournalEntry & { id: string })[]): Promise<void> {
  const records = entries.flatMap((entry) =>
    entry.postings.map((posting, index) => ({
      journal_id: entry.id,
      position: index + 1,
      account: posting.account,
      currency: posting.currency,
      amount_minor: posting.amountMinor,
      jurisdiction: posting.jurisdiction ?? null,
      account_id: entry.accountId,
    })),
  );
  await tx.execute(
    sql`INSERT INTO billing.posting
        SELECT * FROM jsonb_populate_recordset(null::billing.posting, ${JSON.stringify(records)}::jsonb)`,
  );
}

/** Postings of the journal of a ref, in their order; empty when there is none. */
export async function postingsOf(tx: Tx, ref: string): Promise<Posting[]> {
  const found = await rows<{
    account: Posting["account"];
    currency: string;
    amount: number;
    tax: string | null;
  }>(
    tx,
    sql`SELECT p.account, p.currency, p.amount_minor AS amount, p.jurisdiction AS tax
        FROM billing.journal j JOIN billing.posting p ON p.journal_id = j.id WHERE j.ref = ${ref} ORDER BY p.position`,
  );
  return found.map(({ account, currency, amount, tax }) => ({
    account,
    currency,
    amountMinor: amount,
    ...(tax === null ? {} : { jurisdiction: tax }),
  }));
}

async function demandSame(tx: Tx, entry: JournalEntry): Promise<void> {
  const known = balancedPostings(await postingsOf(tx, entry.ref));
  if (JSON.stringify(known) === JSON.stringify(entry.postings)) return;
  throw new Error(`Journal ${entry.ref} is booked with other postings`);
}

/**
 * Books journals: three statements, however many they are. One whose ref is booked already with the same postings is
 * passed over; with others it is an error. What comes to nothing is not booked. Gives how many were new.
 */
export async function postJournals(tx: Tx, journals: readonly JournalEntry[]): Promise<number> {
  const entries = journals
    .map((journal) => ({ ...journal, id: newId(), postings: balancedPostings(journal.postings) }))
    .filter((entry) => entry.postings.length > 0);
  if (entries.length === 0) return 0;
  const written = new Map((await insertJournals(tx, entries)).map(({ ref, id }) => [ref, id]));
  const fresh = entries.filter((entry) => written.get(entry.ref) === entry.id);
  if (fresh.length > 0) await insertPostings(tx, fresh);
  for (const entry of entries) if (!fresh.includes(entry)) await demandSame(tx, entry);
  return fresh.length;
}

/** Books one journal; see `postJournals`. True when it is new. */
export const postJournal = async (tx: Tx, journal: JournalEntry): Promise<boolean> =>
  (await postJournals(tx, [journal])) === 1;
