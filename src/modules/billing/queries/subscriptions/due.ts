import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

const BATCH = 200;

const ids = async (found: Promise<{ id: string }[]>): Promise<string[]> => (await found).map(({ id }) => id);

/** Subscriptions whose period is over where they live, oldest first; some of them. */
export const dueSubscriptions = (db: Db, now: Temporal.Instant, after: string): Promise<string[]> =>
  ids(
    rows(
      db,
      sql`SELECT id FROM billing.subscription
          WHERE status IN ('trialing', 'active', 'past_due') AND id > ${after}
            AND period_ends_on <= (${now.toString()}::timestamptz + interval '14 hours')::date
            AND period_ends_on <= (${now.toString()}::timestamptz AT TIME ZONE zone)::date
          ORDER BY id LIMIT ${BATCH}`,
    ),
  );

/** Paused subscriptions whose day to go on has come. */
export const subscriptionsToResume = (db: Db, now: Temporal.Instant, after: string): Promise<string[]> =>
  ids(
    rows(
      db,
      sql`SELECT id FROM billing.subscription WHERE status = 'paused' AND id > ${after}
            AND resumes_on <= (${now.toString()}::timestamptz AT TIME ZONE zone)::date ORDER BY id LIMIT ${BATCH}`,
    ),
  );

/** Instalments that are due and have no invoice. */
export const dueInstalments = (db: Db, now: Temporal.Instant, after: string): Promise<string[]> =>
  ids(
    rows(
      db,
      sql`SELECT t.id FROM billing.instalment t JOIN people.account_name a ON a.id = t.account_id
          JOIN billing.purchase u ON u.id = t.purchase_id
          WHERE t.invoice_id IS NULL AND t.cancelled_at IS NULL AND t.id > ${after}
            AND u.status IN ('active', 'suspended')
            AND t.due_on <= (${now.toString()}::timestamptz AT TIME ZONE a.zone)::date
          ORDER BY t.id LIMIT ${BATCH}`,
    ),
  );
