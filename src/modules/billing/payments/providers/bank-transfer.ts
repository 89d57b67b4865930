import { badSignature, cannot } from "#modules/billing/payments/providers/cannot.ts";
import type { PaymentProvider } from "#modules/billing/payments/providers/provider.ts";

/** Name of the provider; kept with payments that statements bring. */
export const BANK_TRANSFER = "bank_transfer";

const TITLE = "Bank transfer";

const refusing = async (): Promise<never> => {
  throw cannot(TITLE);
};

/**
 * The customer sends the money, under the reference of the invoice; bank statements tell of it. Nothing can be asked for
 * and nothing is tried, so there are no attempts and an invoice stays open to any other way to pay.
 */
export const bankTransfer: PaymentProvider = {
  key: BANK_TRANSFER,
  title: TITLE,
  hint: "Transfer the amount with the reference on your invoice. Access begins when the money arrives, mostly the next working day.",
  capabilities: { checkout: false, savedMethods: false, refunds: false, webhooks: false, polling: false },
  checkout: refusing,
  setupMethod: refusing,
  charge: refusing,
  refund: refusing,
  cancel: refusing,
  removeMethod: refusing,
  fetch: async () => ({ kind: "nothing" }),
  listSince: async () => ({ events: [], cursor: null, isBehind: false }),
  parseWebhook: () => {
    throw badSignature();
  },
};
