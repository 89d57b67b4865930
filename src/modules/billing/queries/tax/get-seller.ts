import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { readSetting } from "#kernel/settings.ts";
import { SellerSettings } from "#modules/billing/contract/seller.ts";
import { SellerView } from "#modules/billing/contract/tax.ts";
import { sellerProblems } from "#modules/billing/rules/tax/seller-problems.ts";
import { SELLER_KEY } from "#modules/billing/tax/seller.ts";

/** Who sells, as it was entered, and what is missing for tax to be right. */
export const getSeller = defineQuery({
  name: "billing.get_seller",
  title: "See who sells and where it is registered",
  http: "GET /billing/seller",
  access: "billing:books",
  input: z.object({}),
  output: SellerView,
  run: async ({ db }) => {
    const seller = await readSetting(db, SELLER_KEY, SellerSettings);
    return { seller, problems: sellerProblems(seller) };
  },
});
