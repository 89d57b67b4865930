import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { PaymentMethodSaved } from "#modules/billing/events/payments.ts";
import { lockMethods } from "#modules/billing/payments/methods/method-row.ts";
import type { SavedMethod } from "#modules/billing/payments/providers/provider.ts";

/**
 * Keeps a method the provider saved, once for its reference, and gives its id. The first of an account, and one it chose to
 * save, is what is charged from now on.
 */
export async function saveMethod(
  ctx: BillingContext,
  given: { accountId: string; provider: string; method: SavedMethod; isChosen: boolean },
): Promise<string> {
  const { tx, now } = ctx;
  const { accountId, provider, method } = given;
  await lockMethods(tx, accountId);
  const known = await firstRow<{ id: string }>(
    tx,
    sql`SELECT id FROM billing.payment_method WHERE provider = ${provider} AND provider_ref = ${method.ref}`,
  );
  if (known) return known.id;
  const id = newId();
  if (given.isChosen)
    await tx.execute(
      sql`UPDATE billing.payment_method SET is_default = false WHERE account_id = ${accountId} AND is_default`,
    );
  await tx.execute(
    sql`INSERT INTO billing.payment_method (id, account_id, provider, provider_customer, provider_ref, label, expires_on,
          is_default, created_at)
        SELECT ${id}, ${accountId}, ${provider}, ${method.customerRef}, ${method.ref}, ${method.label},
          ${method.expiresOn}, NOT EXISTS (SELECT FROM billing.payment_method
            WHERE account_id = ${accountId} AND is_default AND removed_at IS NULL), ${now.toString()}`,
  );
  await ctx.emit(PaymentMethodSaved, { accountId, paymentMethodId: id, provider });
  return id;
}
