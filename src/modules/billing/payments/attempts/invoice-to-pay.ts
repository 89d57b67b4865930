import { publicUrl } from "#kernel/config.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { AttemptRow } from "#modules/billing/payments/attempts/attempt-row.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import {
  findProviderCustomer,
  keepProviderCustomer,
} from "#modules/billing/payments/methods/provider-customer.ts";
import type { AttemptInHand, InvoiceToPay } from "#modules/billing/payments/providers/provider.ts";

interface PayRow {
  full_number: string | null;
  email: string;
  name: string;
  locale: string;
  save_method: boolean;
}

/** What the provider is to collect. A method is kept where more falls due later: subscriptions and instalments. */
export async function invoiceToPay({ db }: PaymentHouse, attempt: AttemptRow): Promise<InvoiceToPay> {
  const row = await firstRow<PayRow>(
    db,
    sql`SELECT i.full_number, i.customer->>'email' AS email,
          coalesce(nullif(i.customer->>'organisation', ''), i.customer->>'name') AS name, i.locale,
          i.subscription_id IS NOT NULL OR EXISTS (
            SELECT FROM billing.instalment n WHERE n.purchase_id = i.purchase_id) AS save_method
        FROM billing.invoice i WHERE i.id = ${attempt.invoice_id}`,
  );
  if (!row) throw new Error(`Attempt ${attempt.id} has no invoice`);
  const fullNumber = row.full_number ?? "";
  return {
    invoiceId: attempt.invoice_id,
    fullNumber,
    description: `Invoice ${fullNumber}`,
    amountMinor: attempt.amount_minor,
    currency: attempt.currency,
    customer: {
      accountId: attempt.account_id,
      email: row.email,
      name: row.name,
      locale: row.locale,
      ref: await findProviderCustomer(db, attempt.account_id, attempt.provider),
    },
    saveMethod: row.save_method,
  };
}

/** The attempt as the provider gets it; what it must not lose is stored at once, outside of any transaction. */
export async function attemptInHand(house: PaymentHouse, attempt: AttemptRow): Promise<AttemptInHand> {
  const { db, config, now } = house;
  const method = await firstRow<{ ref: string; customer_ref: string | null }>(
    db,
    sql`SELECT provider_ref AS ref, provider_customer AS customer_ref FROM billing.payment_method
        WHERE id = ${attempt.payment_method_id}`,
  );
  const back = `${publicUrl(config)}${attempt.return_path ?? "/account"}`;
  return {
    attemptId: attempt.id,
    idempotencyKey: attempt.idempotency_key,
    ref: attempt.provider_ref,
    method: method ? { ref: method.ref, customerRef: method.customer_ref } : null,
    returnUrl: back,
    cancelUrl: back,
    keepRef: async (ref) => {
      await db.execute(
        sql`UPDATE billing.payment_attempt SET provider_ref = ${ref} WHERE id = ${attempt.id}`,
      );
    },
    keepCustomer: (ref) =>
      keepProviderCustomer(db, { accountId: attempt.account_id, provider: attempt.provider, ref, now }),
  };
}
