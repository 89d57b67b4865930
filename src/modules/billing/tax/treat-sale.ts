import type { Db } from "#kernel/db/database.ts";
import type { SellerSettings } from "#modules/billing/contract/seller.ts";
import type { TaxEvidence } from "#modules/billing/contract/tax-evidence.ts";
import { decideTax } from "#modules/billing/rules/tax/decide-tax.ts";
import { judgeLocation, type LocationSignal } from "#modules/billing/rules/tax/location-evidence.ts";
import { reasonWords } from "#modules/billing/rules/tax/reasons.ts";
import { readTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";
import { territoryOf } from "#modules/billing/rules/tax/territory.ts";
import type { SellerFacts, TaxDecision, TaxFlag, TaxRate } from "#modules/billing/rules/tax/types.ts";
import type { TaxTreatment } from "#modules/billing/rules/types.ts";
import { readRates } from "#modules/billing/tax/read-rates.ts";
import { findTaxIdStanding, type TaxIdStanding } from "#modules/billing/tax/tax-id-standing.ts";

/** What tax has to know of a buyer; a `Buyer` fits. */
export interface TaxBuyer {
  country: string;
  region?: string | null;
  postcode?: string | null;
  organisation?: string | null;
  taxId?: string | null;
  /** BCP 47; the language of the sentences, where the sale names no other. */
  locale?: string;
}

/** One sale to one buyer on one local day of the company. */
export interface Sale {
  seller: SellerSettings;
  buyer: TaxBuyer;
  /** Categories of the lines; `treatmentOf` answers for these alone. */
  categories: readonly string[];
  on: string;
  /** Country of the client's address on the network, where known. */
  clientCountry?: string | null;
  /** Country of the bank account or card, where known. */
  paymentCountry?: string | null;
  /** BCP 47; the language of the sentences. The buyer's, else English. */
  locale?: string;
}

/** How a sale is taxed and why; the evidence belongs into `invoice.tax_evidence`. */
export interface SaleTreatment {
  treatmentOf(category: string): TaxTreatment;
  evidence: TaxEvidence;
}

/** The seller as the rules know it. */
export const sellerFacts = (seller: SellerSettings): SellerFacts => ({
  country: seller.country,
  registeredIn: Object.keys(seller.taxIds),
  oss: seller.oss,
  isAboveEuThreshold: seller.isAboveEuThreshold,
  isSmallBusiness: seller.isSmallBusiness,
  usStates: seller.usStates,
  trustsUnconfirmedIds: seller.unconfirmedTaxId === "reverse_charge",
});

function signalsOf(sale: Sale, standing: TaxIdStanding | null): LocationSignal[] {
  const signals: LocationSignal[] = [{ kind: "billing_address", country: sale.buyer.country }];
  if (sale.clientCountry) signals.push({ kind: "client_address", country: sale.clientCountry });
  if (sale.paymentCountry) signals.push({ kind: "payment", country: sale.paymentCountry });
  if (standing && standing.status !== "invalid") signals.push({ kind: "tax_id", country: standing.country });
  return signals;
}

// Where the consumer's place decides the tax, two pieces of evidence have to agree.
const NEEDS_PLACE: ReadonlySet<string> = new Set(["oss", "registered_abroad"]);

function evidenceOf(
  sale: Sale,
  standing: TaxIdStanding | null,
  decisions: ReadonlyMap<string, TaxDecision>,
): TaxEvidence {
  const { seller, buyer } = sale;
  const location = judgeLocation(buyer.country, signalsOf(sale, standing));
  const all = [...decisions.values()];
  const flags = new Set<TaxFlag>(all.flatMap((decision) => decision.flags));
  const isReversed = all.some(({ code }) => code === "AE");
  if (location.isContradicted && !isReversed) flags.add("location_contradicts");
  if (!location.isSufficient && all.some(({ why }) => NEEDS_PLACE.has(why))) flags.add("location_thin");
  return {
    version: 1,
    on: sale.on,
    seller: { country: seller.country, registeredIn: Object.keys(seller.taxIds).toSorted(), oss: seller.oss },
    territory: territoryOf(buyer.country, buyer.region ?? null, buyer.postcode ?? null).jurisdiction,
    taxId: standing,
    location: { signals: location.signals, supporting: location.supporting },
    decisions: [...decisions].map(([category, { jurisdiction, code, ratePpm, why, rateFrom }]) => ({
      category,
      jurisdiction,
      code,
      ratePpm,
      why,
      rateFrom,
    })),
    flags: [...flags].toSorted(),
  };
}

/** The same as `treatSale` with what it reads already at hand; for many sales in one go. */
export function judgeSale(
  sale: Sale,
  rates: readonly TaxRate[],
  standing: TaxIdStanding | null,
): SaleTreatment {
  const { seller, buyer, on, locale = buyer.locale ?? "en" } = sale;
  const facts = {
    seller: sellerFacts(seller),
    buyer: {
      country: buyer.country,
      region: buyer.region ?? null,
      postcode: buyer.postcode ?? null,
      isOrganisation: Boolean(buyer.organisation),
      taxId: standing && { country: standing.country, status: standing.status },
    },
    on,
    rates,
  };
  const decisions = new Map(
    [...new Set(sale.categories)].map((category) => [category, decideTax({ ...facts, category })]),
  );
  return {
    evidence: evidenceOf(sale, standing, decisions),
    treatmentOf(category) {
      const decision = decisions.get(category);
      if (!decision) throw new Error(`The tax of ${category} was not asked for`);
      const { jurisdiction, code, ratePpm, why } = decision;
      return { jurisdiction, code, ratePpm, reason: reasonWords(why, locale, seller.country) };
    },
  };
}

/**
 * How a sale is taxed: by the seller's registrations, the buyer's place and tax id, and the rates of the day. Reads
 * `billing.tax_rate` and `billing.tax_id_check`; calls nobody outside.
 */
export async function treatSale(db: Db, sale: Sale): Promise<SaleTreatment> {
  const { buyer, on } = sale;
  const rates = await readRates(db);
  const id = buyer.taxId ? readTaxId(buyer.taxId, buyer.country) : null;
  return judgeSale(sale, rates, id && (await findTaxIdStanding(db, id, on)));
}
