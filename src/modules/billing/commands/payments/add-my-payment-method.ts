import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AddMyPaymentMethod, MethodSetup } from "#modules/billing/contract/payment-methods.ts";
import { setUpMethod } from "#modules/billing/jobs/payments/set-up-method.ts";
import { offeredProviders } from "#modules/billing/payments/providers/registry.ts";
import { canSeeBills } from "#modules/billing/policy.ts";

/**
 * Begins saving a payment method on the provider's page; its address comes a moment later with
 * `billing.get_my_method_setup`. Errors: `billing.no_saved_methods` where no provider keeps any.
 */
export const addMyPaymentMethod = defineCommand({
  name: "billing.add_my_payment_method",
  title: "Save a payment method",
  http: "POST /account/payment-method-setups",
  access: "customer",
  input: AddMyPaymentMethod,
  output: MethodSetup,
  allow: (actor, _loaded, { accountId }) => canSeeBills(actor, accountId),
  run: async ({ tx, input, now, config, enqueue }) => {
    const provider = offeredProviders(config).find(
      ({ key, capabilities }) => capabilities.savedMethods && (!input.provider || key === input.provider),
    );
    if (!provider)
      throw refuse(
        "conflict",
        "billing.no_saved_methods",
        "Payment methods cannot be saved here. Pay invoices by bank transfer.",
      );
    const setupId = newId();
    await tx.execute(
      sql`INSERT INTO billing.method_setup (id, account_id, provider, idempotency_key, status, return_path, created_at,
            updated_at)
          VALUES (${setupId}, ${input.accountId}, ${provider.key}, ${`cairn-setup-${setupId}`}, 'created',
                  ${input.returnPath}, ${now.toString()}, ${now.toString()})`,
    );
    await enqueue(setUpMethod, { setupId });
    return { setupId, status: "created" as const, actionUrl: null };
  },
});
