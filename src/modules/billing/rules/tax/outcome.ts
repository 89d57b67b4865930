import type { TaxFlag, TaxReason } from "#modules/billing/rules/tax/types.ts";

/** Where a sale is taxed, before its rate is looked up. */
export type Outcome =
  | { kind: "charge"; jurisdiction: string; why: TaxReason; flags: TaxFlag[] }
  | { kind: "exempt"; jurisdiction: string; why: TaxReason; flags: TaxFlag[] }
  | { kind: "reverse"; jurisdiction: string; why: TaxReason; flags: TaxFlag[] }
  | { kind: "outside"; jurisdiction: "-"; why: TaxReason; flags: TaxFlag[] };

export const charge = (jurisdiction: string, why: TaxReason, ...flags: TaxFlag[]): Outcome => ({
  kind: "charge",
  jurisdiction,
  why,
  flags,
});

export const exempt = (jurisdiction: string, why: TaxReason): Outcome => ({
  kind: "exempt",
  jurisdiction,
  why,
  flags: [],
});

export const reverse = (jurisdiction: string): Outcome => ({
  kind: "reverse",
  jurisdiction,
  why: "reverse_charge",
  flags: [],
});

export const outside = (why: TaxReason, ...flags: TaxFlag[]): Outcome => ({
  kind: "outside",
  jurisdiction: "-",
  why,
  flags,
});
