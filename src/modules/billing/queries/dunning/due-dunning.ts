import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

const BATCH = 500;

const ids = async (found: Promise<{ id: string }[]>): Promise<string[]> => (await found).map(({ id }) => id);

/** Open invoices whose due day is over and that nobody was reminded of yet; the next batch after an id. */
export const invoicesToDun = (db: Db, today: string, after: string): Promise<string[]> =>
  ids(
    rows(
      db,
      sql`SELECT i.id FROM billing.invoice i
          WHERE i.status = 'open' AND i.kind = 'invoice' AND i.due_on < ${today}
            AND i.total_minor > i.paid_minor + i.credited_minor AND i.id > ${after}
            AND NOT EXISTS (SELECT FROM billing.dunning d WHERE d.invoice_id = i.id)
          ORDER BY i.id LIMIT ${BATCH}`,
    ),
  );

/** Late invoices with a step due; the next batch after an id. */
export const dunningDue = (db: Db, now: Temporal.Instant, after: string): Promise<string[]> =>
  ids(
    rows(
      db,
      sql`SELECT invoice_id AS id FROM billing.dunning
          WHERE ended_at IS NULL AND next_at <= ${now.toString()} AND invoice_id > ${after}
          ORDER BY invoice_id LIMIT ${BATCH}`,
    ),
  );

/** Cards that run out until a day, pay for something, and whose customers were not told. */
export const cardsToTell = (
  db: Db,
  span: { today: string; until: string },
  after: string,
): Promise<string[]> =>
  ids(
    rows(
      db,
      sql`SELECT m.id FROM billing.payment_method m
          WHERE m.removed_at IS NULL AND m.is_default AND m.expires_on >= ${span.today} AND m.expires_on <= ${span.until}
            AND m.expiry_told_on IS DISTINCT FROM m.expires_on AND m.id > ${after}
            AND (EXISTS (SELECT FROM billing.subscription s WHERE s.account_id = m.account_id
                   AND s.status IN ('trialing', 'active', 'past_due', 'suspended', 'paused'))
              OR EXISTS (SELECT FROM billing.instalment n WHERE n.account_id = m.account_id
                   AND n.invoice_id IS NULL AND n.cancelled_at IS NULL))
          ORDER BY m.id LIMIT ${BATCH}`,
    ),
  );
