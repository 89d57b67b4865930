import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { PaymentMethod, PaymentMethodRef } from "#modules/billing/contract/payment-methods.ts";
import { lockMethod } from "#modules/billing/payments/methods/method-row.ts";
import { toMethod } from "#modules/billing/payments/methods/to-method.ts";
import { canManageBilling } from "#modules/billing/policy.ts";

/** Charges this method from now on. Errors: `billing.method_unknown`. */
export const setMyDefaultPaymentMethod = defineCommand({
  name: "billing.set_my_default_payment_method",
  title: "Choose the payment method that is charged",
  http: "POST /account/payment-methods/:paymentMethodId/default",
  access: "customer",
  input: PaymentMethodRef,
  output: PaymentMethod,
  load: (tx, { paymentMethodId }) => lockMethod(tx, paymentMethodId),
  allow: canManageBilling,
  run: async ({ tx }, method) => {
    await tx.execute(
      sql`UPDATE billing.payment_method SET is_default = false
          WHERE account_id = ${method.account_id} AND is_default AND id <> ${method.id}`,
    );
    await tx.execute(sql`UPDATE billing.payment_method SET is_default = true WHERE id = ${method.id}`);
    return toMethod({ ...method, is_default: true });
  },
});
