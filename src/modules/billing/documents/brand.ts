import type { Db } from "#kernel/db/database.ts";
import { readSetting } from "#kernel/settings.ts";
import { BrandSettings } from "#modules/billing/contract/documents.ts";
import type { DocumentBrand } from "#modules/billing/rules/documents/types.ts";

/** Under which key the brand's settings are kept. */
export const BRAND_KEY = "billing.brand";

/** How documents look, as set. */
export const readBrand = (db: Db): Promise<DocumentBrand> => readSetting(db, BRAND_KEY, BrandSettings);
