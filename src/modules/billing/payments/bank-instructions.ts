import type { z } from "zod";
import type { BankInstructions } from "#modules/billing/contract/checkout.ts";
import { epcPayload } from "#modules/billing/rules/payments/epc-payload.ts";

interface OpenInvoice {
  seller: { name: string; legalName: string; iban: string; bic: string } | null;
  paymentReference: string | null;
  openMinor: number;
  currency: string;
  /** Local day. */
  dueOn: string;
}

/** How to pay an open invoice by bank; null where nothing is open, or the company has named no account. */
export function bankInstructions(invoice: OpenInvoice): z.input<typeof BankInstructions> | null {
  const { seller, paymentReference, openMinor, currency, dueOn } = invoice;
  if (!seller?.iban || !paymentReference || openMinor <= 0) return null;
  const transfer = {
    name: seller.legalName || seller.name,
    iban: seller.iban,
    bic: seller.bic || null,
    amountMinor: openMinor,
    currency,
    reference: paymentReference,
  };
  return { ...transfer, dueOn, qrPayload: epcPayload(transfer) };
}
