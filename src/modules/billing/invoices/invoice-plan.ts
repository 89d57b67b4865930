import type { CustomerSnapshot } from "#modules/billing/contract/buyer.ts";
import type { ComputedInvoice, InvoiceDraft } from "#modules/billing/rules/types.ts";

/** Why an invoice is drawn. */
export type InvoiceSource = "order" | "instalment" | "renewal" | "change" | "manual" | "credit";

/** What is to be invoiced, to whom, and the key that lets it happen once. */
export interface InvoicePlan {
  accountId: string;
  /** Such as `subscription:<id>:2027-02-28`; a second plan of one key is answered with the first invoice. */
  sourceKey: string;
  sourceKind: InvoiceSource;
  orderId?: string;
  purchaseId?: string;
  subscriptionId?: string;
  draft: InvoiceDraft;
  customer: CustomerSnapshot;
  /** Days until it is due. */
  dueInDays: number;
  note?: string;
  /** Country the buyer's device is in, when it is known: evidence for tax. */
  clientCountry?: string | null;
}

/** An invoice as the doors of billing hand it on. */
export interface IssuedInvoice {
  id: string;
  /** Of the plan it was issued for. */
  sourceKey: string;
  accountId: string;
  fullNumber: string;
  currency: string;
  totalMinor: number;
  openMinor: number;
  issuedOn: string;
  dueOn: string;
  paymentReference: string;
  computed: ComputedInvoice;
  isNew: boolean;
}
