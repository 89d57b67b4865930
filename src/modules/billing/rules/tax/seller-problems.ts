import { readTaxId } from "#modules/billing/rules/tax/tax-id-format.ts";
import { isMember } from "#modules/billing/rules/tax/territory.ts";

/** What the seller's settings hold, as far as tax and invoices need it. */
interface Seller {
  country: string | null;
  line1: string;
  city: string;
  taxIds: Readonly<Record<string, string>>;
  taxNumber: string;
  oss: boolean;
  isAboveEuThreshold: boolean;
  isSmallBusiness: boolean;
  iban: string;
}

/** Something missing or doubtful, and what it means. */
export interface SellerProblem {
  code: string;
  text: string;
}

function registrationProblems(seller: Seller): SellerProblem[] {
  const { country, taxIds, isSmallBusiness, oss, isAboveEuThreshold } = seller;
  if (country === null)
    return [
      { code: "country_missing", text: "Say in which country the company is. Until then no tax is charged." },
    ];
  const problems: SellerProblem[] = [];
  if (!taxIds[country] && !isSmallBusiness && country !== "US")
    problems.push({
      code: "tax_id_missing",
      text: `There is no tax id of ${country}, so no tax is charged. Enter it, or say that you are a small business.`,
    });
  if (isMember(country) && isAboveEuThreshold && !oss)
    problems.push({
      code: "oss_missing",
      text: "Tax of other member states is charged, but you are not registered for the One Stop Shop to pay it.",
    });
  return problems;
}

const malformedIds = ({ taxIds }: Seller): SellerProblem[] =>
  Object.entries(taxIds)
    .filter(([country, id]) => !readTaxId(id, country).isWellFormed)
    .map(([country, id]) => ({
      code: "tax_id_malformed",
      text: `${id} does not look like a tax id of ${country}. Compare it with your registration.`,
    }));

/** What is missing for tax to be right and invoices complete; empty when nothing is. */
export function sellerProblems(seller: Seller): SellerProblem[] {
  const problems = [...registrationProblems(seller), ...malformedIds(seller)];
  if (seller.country !== null && (!seller.line1 || !seller.city))
    problems.push({
      code: "address_missing",
      text: "Invoices have to carry your address. Enter street and city.",
    });
  if (!seller.iban)
    problems.push({ code: "iban_missing", text: "Without an IBAN customers cannot pay by bank transfer." });
  return problems;
}
