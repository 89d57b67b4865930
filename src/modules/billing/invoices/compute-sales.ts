import type { Db } from "#kernel/db/database.ts";
import type { CustomerSnapshot } from "#modules/billing/contract/buyer.ts";
import type { ComputedSale } from "#modules/billing/invoices/compute-for.ts";
import { computeInvoice } from "#modules/billing/rules/pricing/compute-invoice.ts";
import { readTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";
import type { InvoiceDraft } from "#modules/billing/rules/types.ts";
import { readRates } from "#modules/billing/tax/read-rates.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";
import { findTaxIdStanding, type TaxIdStanding } from "#modules/billing/tax/tax-id-standing.ts";
import { judgeSale, type SaleTreatment } from "#modules/billing/tax/treat-sale.ts";

/** What is to be invoiced to whom. */
export interface DraftSale {
  draft: InvoiceDraft;
  customer: CustomerSnapshot;
  clientCountry?: string | null;
}

/** Looks each tax id up once. */
function standingFinder(db: Db, on: string) {
  const known = new Map<string, TaxIdStanding>();
  return async ({ taxId, country }: CustomerSnapshot): Promise<TaxIdStanding | null> => {
    if (!taxId) return null;
    const id = readTaxId(taxId, country);
    const standing = known.get(id.number) ?? (await findTaxIdStanding(db, id, on));
    known.set(id.number, standing);
    return standing;
  };
}

const categoriesOf = ({ draft }: DraftSale): string[] => [
  ...new Set(draft.lines.map(({ taxCategory }) => taxCategory)),
];

/** What decides the tax of a sale, as text: two sales of one key are taxed alike. */
const placeOf = ({ customer, clientCountry }: DraftSale, categories: readonly string[]): string =>
  JSON.stringify([
    customer.country,
    customer.region,
    customer.postcode,
    Boolean(customer.organisation),
    customer.taxId,
    customer.locale,
    clientCountry ?? null,
    categories,
  ]);

/**
 * What drafts come to on a day, as `computeFor` says of one. Seller and rates are read once, and buyers of one place are
 * judged once: a run of thousands asks little more of the database than one invoice.
 */
export async function computeSales(db: Db, sales: readonly DraftSale[], on: string): Promise<ComputedSale[]> {
  const seller = await readSeller(db);
  const rates = await readRates(db);
  const standingOf = standingFinder(db, on);
  const judged = new Map<string, SaleTreatment>();
  const computed: ComputedSale[] = [];
  for (const sale of sales) {
    const categories = categoriesOf(sale);
    const place = placeOf(sale, categories);
    const buyer = sale.customer;
    const asked = { seller, buyer, categories, on, clientCountry: sale.clientCountry ?? null };
    const treatment = judged.get(place) ?? judgeSale(asked, rates, await standingOf(buyer));
    judged.set(place, treatment);
    const { treatmentOf, evidence } = treatment;
    computed.push({ computed: computeInvoice(sale.draft, treatmentOf), evidence, seller });
  }
  return computed;
}
