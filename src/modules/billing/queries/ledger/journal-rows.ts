import type { SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Journal } from "#modules/billing/contract/ledger.ts";
import { journalHref } from "#modules/billing/rules/ledger/journal-href.ts";

/** A journal as people see it. */
export type PresentedJournal = z.input<typeof Journal>;

const POSTINGS = sql`(SELECT jsonb_agg(jsonb_build_object('account', p.account, 'name', a.name, 'currency', p.currency,
    'amountMinor', p.amount_minor, 'jurisdiction', p.jurisdiction) ORDER BY p.position)
  FROM billing.posting p JOIN billing.ledger_account a ON a.code = p.account WHERE p.journal_id = j.id)`;

const SHORT = sql.raw("jsonb_build_object('id', o.id, 'text', o.text)");

/** Journals with their postings; `rest` is the condition on billing.journal j, the order and the limit. */
export async function readJournals(db: Db, rest: SQL): Promise<PresentedJournal[]> {
  const found = await rows<Omit<PresentedJournal, "href">>(
    db,
    sql`SELECT j.id, j.ref, j.booked_on::text AS "on", j.booked_at AS at, j.kind, j.text, j.account_id AS "accountId",
          c.name AS "accountName", ${POSTINGS} AS postings,
          (SELECT ${SHORT} FROM billing.journal o WHERE o.id = j.reverses_id) AS reverses,
          (SELECT ${SHORT} FROM billing.journal o WHERE o.reverses_id = j.id) AS "reversedBy"
        FROM billing.journal j LEFT JOIN people.account_name c ON c.id = j.account_id ${rest}`,
  );
  return found.map((journal) => ({ ...journal, href: journalHref(journal.ref) }));
}
