import { isMember, taxCountry, type Territory } from "#modules/billing/rules/tax/territory.ts";
import type { SaleFacts, TaxFlag } from "#modules/billing/rules/tax/types.ts";

/** Whether the buyer's tax id proves a business of the member state it lives in, as far as the seller asks for proof. */
export function isConfirmedBusiness({ seller, buyer }: SaleFacts, { member }: Territory): boolean {
  const id = buyer.taxId;
  if (!id || member === null || taxCountry(id.country) !== member) return false;
  if (id.status === "valid") return true;
  return seller.trustsUnconfirmedIds && (id.status === "format_only" || id.status === "unavailable");
}

/** Whether somebody outside of the EU buys for a business: no register decides there. */
export const isLikelyBusiness = ({ buyer }: SaleFacts): boolean =>
  buyer.isOrganisation || (buyer.taxId !== null && !["invalid", "none"].includes(buyer.taxId.status));

/** What is doubtful about a tax id that could move the tax to the buyer. */
export function taxIdFlags({ buyer }: SaleFacts, { member }: Territory): TaxFlag[] {
  const id = buyer.taxId;
  if (!id || member === null || id.status === "none") return [];
  if (id.status === "invalid") return ["tax_id_invalid"];
  if (taxCountry(id.country) !== member) return isMember(taxCountry(id.country)) ? ["tax_id_elsewhere"] : [];
  return id.status === "valid" ? [] : ["tax_id_unconfirmed"];
}
