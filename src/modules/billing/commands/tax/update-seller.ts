import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { settingCacheKey, writeSetting } from "#kernel/settings.ts";
import { SellerSettings } from "#modules/billing/contract/seller.ts";
import { SellerView } from "#modules/billing/contract/tax.ts";
import { SellerChanged } from "#modules/billing/events/tax.ts";
import { sellerProblems } from "#modules/billing/rules/tax/seller-problems.ts";
import { readTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";
import { SELLER_KEY } from "#modules/billing/tax/seller.ts";

/** Tax ids in the one form they are kept in; one that is no tax id of its country is refused. */
function readTaxIds(taxIds: SellerSettings["taxIds"]): SellerSettings["taxIds"] {
  const read = Object.entries(taxIds).map(([country, text]) => ({
    country,
    text,
    id: readTaxId(text, country),
  }));
  const wrong = read.filter(({ id, country }) => !id.isWellFormed || id.country !== country);
  if (wrong.length > 0)
    throw refuse(
      "invalid",
      "billing.tax_id_malformed",
      "A tax id is not of its country. Compare it with your registration.",
      {
        issues: wrong.map(({ country }) => ({
          path: `taxIds.${country}`,
          message: `does not look like a tax id of ${country}`,
        })),
      },
    );
  return Object.fromEntries(read.map(({ country, id }) => [country, id.number]));
}

/** Sets who sells and where it is registered; counts for invoices from now on. Errors: `billing.tax_id_malformed`. */
export const updateSeller = defineCommand({
  name: "billing.update_seller",
  title: "Set who sells and where it is registered",
  http: "PUT /billing/seller",
  access: "billing:money",
  confirm: true,
  input: SellerSettings,
  output: SellerView,
  load: (tx) => firstRow(tx, sql`SELECT 1 FROM kernel.setting WHERE key = ${SELLER_KEY} FOR UPDATE`),
  run: async ({ tx, input, now, actor, cache, emit }) => {
    const seller = { ...input, taxIds: readTaxIds(input.taxIds) };
    await writeSetting(tx, SELLER_KEY, seller, { now, personId: actorPersonId(actor) });
    await cache.invalidate(tx, settingCacheKey(SELLER_KEY));
    await emit(SellerChanged, {
      country: seller.country,
      registeredIn: Object.keys(seller.taxIds),
      oss: seller.oss,
    });
    return { seller, problems: sellerProblems(seller) };
  },
});
