import { addTaxRate } from "#modules/billing/commands/tax/add-tax-rate.ts";
import { checkTaxId } from "#modules/billing/commands/tax/check-tax-id.ts";
import { confirmTaxId } from "#modules/billing/commands/tax/confirm-tax-id.ts";
import { reviewTax } from "#modules/billing/commands/tax/review-tax.ts";
import { updateSeller } from "#modules/billing/commands/tax/update-seller.ts";
import { withdrawTaxRate } from "#modules/billing/commands/tax/withdraw-tax-rate.ts";
import { SellerSettings } from "#modules/billing/contract/seller.ts";
import * as events from "#modules/billing/events/tax.ts";
import { checkTaxIds } from "#modules/billing/jobs/check-tax-ids.ts";
import { renewTaxIdChecks } from "#modules/billing/jobs/renew-tax-id-checks.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { taxData } from "#modules/billing/personal-data/tax.ts";
import { exportTaxReport } from "#modules/billing/queries/tax/export-tax-report.ts";
import { getSeller } from "#modules/billing/queries/tax/get-seller.ts";
import { getTaxReport } from "#modules/billing/queries/tax/get-tax-report.ts";
import { listTaxIdChecks } from "#modules/billing/queries/tax/list-tax-id-checks.ts";
import { listTaxRates } from "#modules/billing/queries/tax/list-tax-rates.ts";
import { listTaxReviews } from "#modules/billing/queries/tax/list-tax-reviews.ts";
import { readTaxIdFormat } from "#modules/billing/queries/tax/read-tax-id-format.ts";
import { SELLER_KEY } from "#modules/billing/tax/seller.ts";

/** Where tax is due and at which rate, the proof of it, and what is owed. */
export const taxPart = {
  operations: [
    getSeller,
    updateSeller,
    listTaxRates,
    addTaxRate,
    withdrawTaxRate,
    readTaxIdFormat,
    checkTaxId,
    confirmTaxId,
    listTaxIdChecks,
    getTaxReport,
    exportTaxReport,
    listTaxReviews,
    reviewTax,
  ],
  events: Object.values(events),
  jobs: [checkTaxIds, renewTaxIdChecks],
  personalData: [taxData],
  settings: [{ key: SELLER_KEY, title: "Who sells, and tax", schema: SellerSettings }],
} as const satisfies BillingPart;
