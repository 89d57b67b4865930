import { sql } from "#kernel/db/sql.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";

/** As long as words of a provider, which may name people, help to look into payments. */
const KEPT_HOURS = 90 * 24;
/** As long as an uploaded statement waits to be imported. */
const DRAFT_HOURS = 24;

/** Forgets the words of old messages; that they were told stays known. Waiting files go after a day. */
export async function forgetProviderWords({ db, now }: PaymentHouse): Promise<void> {
  const before = (hours: number) => now.subtract({ hours }).toString();
  await db.execute(
    sql`UPDATE billing.provider_event SET payload = NULL
        WHERE payload IS NOT NULL AND received_at < ${before(KEPT_HOURS)}`,
  );
  await db.execute(sql`DELETE FROM billing.statement_draft WHERE created_at < ${before(DRAFT_HOURS)}`);
}
