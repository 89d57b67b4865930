import type { Stripe } from "stripe";
import { sha256Hex } from "#kernel/ids.ts";
import type { PayingCustomer } from "#modules/billing/payments/providers/provider.ts";

/** Under which name Stripe knows the account; made on first use and kept. */
export async function ensureCustomer(
  client: Stripe,
  customer: PayingCustomer,
  keep: (ref: string) => Promise<void>,
): Promise<string> {
  if (customer.ref) return customer.ref;
  const { accountId, email, name } = customer;
  const known = sha256Hex(`${email}\n${name}`).slice(0, 12);
  const made = await client.customers.create(
    { email: email || undefined, name, metadata: { cairn_account: accountId } },
    // Stripe refuses a key that comes with other words, and people do change their names.
    { idempotencyKey: `cairn-customer-${accountId}-${known}` },
  );
  await keep(made.id);
  return made.id;
}
