import { defineModule } from "#kernel/module.ts";
import { accountRows } from "#modules/billing/account-rows.ts";
import { cataloguePart } from "#modules/billing/catalogue-part.ts";
import { checkoutPart } from "#modules/billing/checkout-part.ts";
import { documentsPart } from "#modules/billing/documents-part.ts";
import { dunningPart } from "#modules/billing/dunning-part.ts";
import { invoicesPart } from "#modules/billing/invoices-part.ts";
import { ledgerPart } from "#modules/billing/ledger-part.ts";
import { partnersPart } from "#modules/billing/partners-part.ts";
import { paymentsPart } from "#modules/billing/payments-part.ts";
import { revenuePart } from "#modules/billing/revenue-part.ts";
import { subscriptionsPart } from "#modules/billing/subscriptions-part.ts";
import { taxPart } from "#modules/billing/tax-part.ts";
import { usagePart } from "#modules/billing/usage-part.ts";
import { billingNav } from "#modules/billing/nav.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { permissions } from "#modules/billing/permissions.ts";

const parts: readonly BillingPart[] = [
  cataloguePart,
  checkoutPart,
  subscriptionsPart,
  invoicesPart,
  documentsPart,
  paymentsPart,
  ledgerPart,
  taxPart,
  usagePart,
  partnersPart,
  revenuePart,
  dunningPart,
];

/** What is sold, to whom, what is owed and paid, and the books of it. */
export const billingModule = defineModule({
  name: "billing",
  title: "Billing",
  permissions,
  // Spread one by one: typed calls need to know each operation's name.
  operations: [
    ...cataloguePart.operations,
    ...checkoutPart.operations,
    ...subscriptionsPart.operations,
    ...invoicesPart.operations,
    ...documentsPart.operations,
    ...paymentsPart.operations,
    ...ledgerPart.operations,
    ...taxPart.operations,
    ...usagePart.operations,
    ...partnersPart.operations,
    ...revenuePart.operations,
    ...dunningPart.operations,
  ],
  events: parts.flatMap((part) => part.events ?? []),
  subscribers: parts.flatMap((part) => part.subscribers ?? []),
  jobs: parts.flatMap((part) => part.jobs ?? []),
  metrics: parts.flatMap((part) => part.metrics ?? []),
  evidence: parts.flatMap((part) => part.evidence ?? []),
  personalData: parts.flatMap((part) => part.personalData ?? []),
  search: parts.flatMap((part) => part.search ?? []),
  accountCards: parts.flatMap((part) => part.accountCards ?? []),
  accountRows,
  timeline: parts.flatMap((part) => part.timeline ?? []),
  fileReaders: parts.flatMap((part) => part.fileReaders ?? []),
  settings: parts.flatMap((part) => part.settings ?? []),
  notices: parts.flatMap((part) => part.notices ?? []),
  intakes: parts.flatMap((part) => part.intakes ?? []),
  nav: billingNav,
});
