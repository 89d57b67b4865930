import { companySettingsSchema } from "#kernel/company.ts";
import type { Db } from "#kernel/db/database.ts";
import { readSetting } from "#kernel/settings.ts";
import { BrandSettings } from "#modules/billing/contract/documents.ts";
import { SellerSettings } from "#modules/billing/contract/seller.ts";

/** Who issues certificates, and how its documents look: the same name and colour as on invoices. */
export interface CompanyBrand {
  name: string;
  colour: string;
  email: string;
}

/** The brand as set; the name falls back to the seller's, then to the company's. */
export async function readCompanyBrand(db: Db): Promise<CompanyBrand> {
  const brand = await readSetting(db, "billing.brand", BrandSettings);
  const seller = await readSetting(db, "billing.seller", SellerSettings);
  const company = await readSetting(db, "company", companySettingsSchema);
  return {
    name: brand.name || seller.name || company.name,
    colour: brand.colour.toLowerCase(),
    email: seller.email,
  };
}
