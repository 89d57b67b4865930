import { rows, sql } from "#kernel/db/sql.ts";
import { chargeAttempt } from "#modules/billing/jobs/payments/charge-attempt.ts";
import { processEvent } from "#modules/billing/jobs/payments/process-event.ts";
import { sendRefund } from "#modules/billing/jobs/payments/send-refund.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import { offeredProviders } from "#modules/billing/payments/providers/registry.ts";

/** What should have an answer by now. */
const SOON = { minutes: 5 };
/** What waits for somebody: a customer on a page, a bank. */
const LATER = { hours: 1 };
/** A sweep at a time; the next takes the rest. */
const MOST = 500;

/** Everything that a crash, a lost job or a silent provider left half done, each handed to its job again. */
export async function recoverPayments({ db, now, config, transact }: PaymentHouse): Promise<number> {
  const soon = now.subtract(SOON).toString();
  const later = now.subtract(LATER).toString();
  const offered = offeredProviders(config);
  const providers = offered.map(({ key }) => key);
  // Where a person sends the money, nothing is half done: the refund waits for that person.
  const refunding = offered.filter(({ capabilities }) => capabilities.refunds).map(({ key }) => key);
  const known = sql`provider = ANY(${sql.param(providers)})`;
  const free = sql`(claimed_until IS NULL OR claimed_until <= ${now.toString()})`;
  const attempts = await rows<{ id: string }>(
    db,
    sql`SELECT id FROM billing.payment_attempt
        WHERE ${known} AND ${free}
          AND ((status IN ('created', 'unknown') AND updated_at <= ${soon})
            OR (status IN ('requires_action', 'pending') AND updated_at <= ${later}))
        ORDER BY updated_at LIMIT ${MOST}`,
  );
  const refunds = await rows<{ id: string }>(
    db,
    sql`SELECT id FROM billing.refund
        WHERE provider = ANY(${sql.param(refunding)}) AND ${free}
          AND ((status IN ('created', 'unknown') AND requested_at <= ${soon})
            OR (status = 'pending' AND requested_at <= ${later}))
        ORDER BY requested_at LIMIT ${MOST}`,
  );
  const events = await rows<{ id: string }>(
    db,
    sql`SELECT id FROM billing.provider_event
        WHERE ${known} AND status IN ('received', 'failed') AND coalesce(processed_at, received_at) <= ${later}
          AND received_at > ${now.subtract({ hours: 72 }).toString()}
        ORDER BY received_at LIMIT ${MOST}`,
  );
  await transact(async (ctx) => {
    for (const { id } of attempts) await ctx.enqueue(chargeAttempt, { attemptId: id }, { singletonKey: id });
    for (const { id } of refunds) await ctx.enqueue(sendRefund, { refundId: id }, { singletonKey: id });
    for (const { id } of events)
      await ctx.enqueue(processEvent, { providerEventId: id }, { singletonKey: id });
  });
  return attempts.length + refunds.length + events.length;
}
