import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListMyPaymentMethods, PaymentMethodList } from "#modules/billing/contract/payment-methods.ts";
import { METHOD_COLUMNS, type MethodRow } from "#modules/billing/payments/methods/method-row.ts";
import { toMethod } from "#modules/billing/payments/methods/to-method.ts";
import { offeredProviders } from "#modules/billing/payments/providers/registry.ts";
import { billedAccounts, canSeeBills } from "#modules/billing/policy.ts";

/** The customer's saved methods, the one that is charged first, and where another can be saved. */
export const listMyPaymentMethods = defineQuery({
  name: "billing.list_my_payment_methods",
  title: "List my payment methods",
  http: "GET /account/payment-methods",
  access: "customer",
  input: ListMyPaymentMethods,
  output: PaymentMethodList,
  allow: (actor, _loaded, { accountId }) => canSeeBills(actor, accountId),
  run: async ({ db, config, actor, input }) => {
    const found = await rows<MethodRow>(
      db,
      sql`SELECT ${METHOD_COLUMNS} FROM billing.payment_method m
          WHERE m.account_id = ANY (${sql.param(billedAccounts(actor, input.accountId))}::uuid[]) AND m.removed_at IS NULL
          ORDER BY m.is_default DESC, m.created_at DESC, m.id LIMIT 100`,
    );
    const providers = offeredProviders(config).filter(({ capabilities }) => capabilities.savedMethods);
    return { items: found.map(toMethod), providers: providers.map(({ key, title }) => ({ key, title })) };
  },
});
