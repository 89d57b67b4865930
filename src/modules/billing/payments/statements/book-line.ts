import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { BANK_TRANSFER } from "#modules/billing/payments/providers/bank-transfer.ts";
import { receivePayment } from "#modules/billing/payments/receive-payment.ts";
import type { LineRow } from "#modules/billing/payments/statements/line-row.ts";

/** When money of a local day is taken as received: in the middle of it, and never later than now. */
async function receivedAt({ company, now }: BillingContext, bookedOn: string): Promise<Temporal.Instant> {
  const { zone } = await company();
  const noon = Temporal.PlainDate.from(bookedOn)
    .toZonedDateTime({ timeZone: zone, plainTime: "12:00" })
    .toInstant();
  return Temporal.Instant.compare(noon, now) > 0 ? now : noon;
}

/**
 * Takes the money of a locked line in, for invoices of an account. A line that was matched by mistake and is matched again
 * is another payment: the first was taken back.
 */
export async function bookLine(
  ctx: BillingContext,
  line: LineRow,
  target: { accountId: string; invoiceIds: readonly string[]; reason: string },
): Promise<{ paymentId: string; creditMinor: number }> {
  const matches = line.matches + 1;
  const { paymentId, creditMinor } = await receivePayment(ctx, {
    accountId: target.accountId,
    provider: BANK_TRANSFER,
    providerRef: matches === 1 ? `bank_line:${line.id}` : `bank_line:${line.id}:${matches}`,
    amountMinor: line.amountMinor,
    currency: line.currency,
    receivedAt: await receivedAt(ctx, line.bookedOn),
    invoiceIds: target.invoiceIds,
  });
  if (!paymentId) throw refuse("conflict", "billing.bank_line_matched", "This bank line is matched already.");
  await ctx.tx.execute(
    sql`UPDATE billing.bank_line
        SET status = 'matched', payment_id = ${paymentId}, matches = ${matches}, reason = ${target.reason},
            suggested_account_id = ${target.accountId}, suggested_invoice_ids = ${sql.param([...target.invoiceIds])}::uuid[],
            decided_at = ${ctx.now.toString()}, decided_by = ${actorPersonId(ctx.actor)}
        WHERE id = ${line.id}`,
  );
  return { paymentId, creditMinor };
}
