import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { PaymentMethodRef } from "#modules/billing/contract/payment-methods.ts";
import { PaymentMethodRemoved } from "#modules/billing/events/payments.ts";
import { releaseMethod } from "#modules/billing/jobs/payments/release-method.ts";
import { lockMethod } from "#modules/billing/payments/methods/method-row.ts";
import { canManageBilling } from "#modules/billing/policy.ts";

/**
 * Removes a saved method; the latest other one is charged from now on, and without any, invoices wait to be paid. Errors:
 * `billing.method_unknown`.
 */
export const removeMyPaymentMethod = defineCommand({
  name: "billing.remove_my_payment_method",
  title: "Remove my payment method",
  http: "DELETE /account/payment-methods/:paymentMethodId",
  access: "customer",
  input: PaymentMethodRef,
  output: PaymentMethodRef,
  load: (tx, { paymentMethodId }) => lockMethod(tx, paymentMethodId),
  allow: canManageBilling,
  run: async (
    { tx, now, emit, enqueue },
    { id, account_id: accountId, provider, is_default: wasDefault },
  ) => {
    await tx.execute(
      sql`UPDATE billing.payment_method SET removed_at = ${now.toString()}, is_default = false WHERE id = ${id}`,
    );
    if (wasDefault)
      await tx.execute(
        sql`UPDATE billing.payment_method SET is_default = true
            WHERE id = (SELECT id FROM billing.payment_method WHERE account_id = ${accountId} AND removed_at IS NULL
                        ORDER BY created_at DESC, id DESC LIMIT 1)`,
      );
    await emit(PaymentMethodRemoved, { accountId, paymentMethodId: id, provider });
    await enqueue(releaseMethod, { paymentMethodId: id });
    return { paymentMethodId: id };
  },
});
