/** Parts per million: 20 % is 200,000 and 8.875 % is 88,750. Rates are integers everywhere. */
export type Ppm = number;

/** EN 16931 (UNCL 5305): S standard, Z zero rated, E exempt, AE reverse charge, O outside of the scope of tax. */
export type TaxCode = "S" | "Z" | "E" | "AE" | "O";

/** How one kind of goods is taxed in one sale. `jurisdiction` is an ISO country, "US-NY" for a state, "-" for none. */
export interface TaxTreatment {
  jurisdiction: string;
  code: TaxCode;
  ratePpm: Ppm;
  /** The sentence an invoice has to carry, such as that of reverse charge; null for plain tax. */
  reason: string | null;
}

/** How a price counts. */
export type PriceScheme = "flat" | "per_seat" | "graduated" | "volume" | "package";

/** How often a price is due. */
export type PriceCycle = "once" | "instalments" | "month" | "year";

/** One step of a tiered price; the last has `upTo` null. */
export interface PriceTier {
  upTo: number | null;
  unitMinor: number;
  flatMinor: number;
}

/** A price as pricing needs it. Amounts in minor units of `currency`. */
export interface PriceTerms {
  currency: string;
  scheme: PriceScheme;
  amountMinor: number;
  tiers: readonly PriceTier[] | null;
  packageSize: number | null;
  cycle: PriceCycle;
  cycleCount: number;
  instalments: number | null;
  includesTax: boolean;
}

/** When and how a line becomes earned revenue. */
export type RevenueKind = "subscription" | "course" | "service" | "usage";

/** A line before discount and tax. `amountMinor` may be negative: the unused part of a plan that was left. */
export interface DraftLine {
  description: string;
  quantity: number;
  /** Of one unit; null where tiers or days make no single one. */
  unitMinor: number | null;
  amountMinor: number;
  isDiscountable: boolean;
  taxCategory: string;
  offerId: string | null;
  priceId: string | null;
  /** Local days, half-open; null: begins when it is paid. */
  periodStartsOn: string | null;
  periodEndsOn: string | null;
  revenue: RevenueKind;
  /** Days over which it is earned from payment on, where no period says so. */
  earnedDays: number | null;
}

/** A discount over the lines it fits; one of percent and amount. */
export interface DraftDiscount {
  label: string;
  percentPpm: Ppm | null;
  amountMinor: number | null;
  /** Null: all offers. */
  offerIds: readonly string[] | null;
}

/** What an invoice is computed from. */
export interface InvoiceDraft {
  currency: string;
  /** True: amounts hold tax already, and the total is their sum. */
  includesTax: boolean;
  lines: readonly DraftLine[];
  discounts: readonly DraftDiscount[];
}

/** A line with its part of discount and tax. netMinor is after discount and without tax. */
export interface ComputedLine extends DraftLine {
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  tax: TaxTreatment;
}

/** Tax of one treatment over all its lines; computed on the sum, as EN 16931 (BR-CO-17) asks. */
export interface ComputedTax extends TaxTreatment {
  netMinor: number;
  taxMinor: number;
}

/** An invoice to the cent: netMinor + taxMinor = totalMinor, and lines and taxes add up to the same. */
export interface ComputedInvoice {
  currency: string;
  lines: ComputedLine[];
  taxes: ComputedTax[];
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
}
