import { SellerSettings } from "#modules/billing/contract/seller.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { SELLER_KEY } from "#modules/billing/tax/read-seller.ts";

export const taxPart = {
  operations: [],
  settings: [{ key: SELLER_KEY, title: "Who sells, and tax", schema: SellerSettings }],
} as const satisfies BillingPart;
