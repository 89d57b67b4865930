import { companySettingsSchema } from "#kernel/company.ts";
import type { Db } from "#kernel/db/database.ts";
import { readSetting } from "#kernel/settings.ts";
import { SellerSettings, SellerSnapshot } from "#modules/billing/contract/seller.ts";

export type { SellerSettings } from "#modules/billing/contract/seller.ts";

/** Under which key the seller's settings are kept. */
export const SELLER_KEY = "billing.seller";

/** Who sells, as set; the name falls back to the company's, the legal name to the name. */
export async function readSeller(db: Db): Promise<SellerSettings> {
  const seller = await readSetting(db, SELLER_KEY, SellerSettings);
  const name = seller.name || (await readSetting(db, "company", companySettingsSchema)).name;
  return { ...seller, name, legalName: seller.legalName || name };
}

/** What an invoice keeps of the seller. */
export const sellerSnapshot = (seller: SellerSettings): SellerSnapshot => SellerSnapshot.parse(seller);
