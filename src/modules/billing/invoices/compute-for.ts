import type { Db } from "#kernel/db/database.ts";
import type { CustomerSnapshot } from "#modules/billing/contract/buyer.ts";
import { computeInvoice } from "#modules/billing/rules/pricing/compute-invoice.ts";
import type { ComputedInvoice, InvoiceDraft } from "#modules/billing/rules/types.ts";
import type { SellerSettings } from "#modules/billing/contract/seller.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";
import { treatSale } from "#modules/billing/tax/treat-sale.ts";

export interface ComputedSale {
  computed: ComputedInvoice;
  evidence: unknown;
  seller: SellerSettings;
}

/**
 * What a draft comes to for a customer on a day: discounts, tax, totals. Previews and invoices both come from here, so
 * that what is shown is what is owed. `seller` saves reading it again in a run.
 */
export async function computeFor(
  db: Db,
  sale: { draft: InvoiceDraft; customer: CustomerSnapshot; on: string; clientCountry?: string | null },
  given?: SellerSettings,
): Promise<ComputedSale> {
  const seller = given ?? (await readSeller(db));
  const { treatmentOf, evidence } = await treatSale(db, {
    seller,
    buyer: sale.customer,
    categories: [...new Set(sale.draft.lines.map((line) => line.taxCategory))],
    on: sale.on,
    clientCountry: sale.clientCountry ?? null,
    locale: sale.customer.locale,
  });
  return { computed: computeInvoice(sale.draft, treatmentOf), evidence, seller };
}
