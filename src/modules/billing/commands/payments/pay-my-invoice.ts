import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { Attempt, PayMyInvoice } from "#modules/billing/contract/payment-methods.ts";
import { getInvoiceRow } from "#modules/billing/invoices/load-invoice.ts";
import { startAttempt } from "#modules/billing/payments/attempts/start-attempt.ts";
import { findMethod } from "#modules/billing/payments/methods/method-row.ts";
import { offeredProviders } from "#modules/billing/payments/providers/registry.ts";
import { canManageBilling } from "#modules/billing/policy.ts";

const noProvider = () =>
  refuse(
    "conflict",
    "billing.provider_unknown",
    "Invoices are paid by bank transfer here. The invoice says how.",
  );

/**
 * Begins to pay an open invoice: with a saved method, or on the provider's page, whose address comes a moment later with
 * `billing.get_my_payment_attempt`. While one payment is under way, a second call gets that one. Errors: those of
 * starting an attempt.
 */
export const payMyInvoice = defineCommand({
  name: "billing.pay_my_invoice",
  title: "Pay my invoice",
  http: "POST /account/invoices/:invoiceId/payment",
  access: "customer",
  input: PayMyInvoice,
  output: Attempt,
  load: (tx, { invoiceId }) => getInvoiceRow(tx, invoiceId),
  allow: canManageBilling,
  run: async (context, invoice) => {
    const { tx, input, config } = context;
    const method = input.paymentMethodId ? await findMethod(tx, input.paymentMethodId) : undefined;
    const withPage = offeredProviders(config).find(({ capabilities }) => capabilities.checkout);
    const provider = input.provider ?? method?.provider ?? withPage?.key;
    if (!provider) throw noProvider();
    const started = await startAttempt(context, {
      invoiceId: invoice.id,
      provider,
      flow: input.paymentMethodId ? "charge" : "checkout",
      paymentMethodId: input.paymentMethodId,
      returnPath: input.returnPath,
    });
    const { attemptId, status, actionUrl } = started;
    return { attemptId, invoiceId: invoice.id, provider, status, actionUrl, failure: null };
  },
});
