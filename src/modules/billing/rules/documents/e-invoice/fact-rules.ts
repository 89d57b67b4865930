import { type BusinessRule, breakdownOf, hundredths, lineCategories, type Ubl } from "./rule.ts";

const filled = (text: string | undefined): boolean => (text ?? "").trim() !== "";
const seller = (invoice: Ubl) => invoice["cac:AccountingSupplierParty"]["cac:Party"];
const buyer = (invoice: Ubl) => invoice["cac:AccountingCustomerParty"]["cac:Party"];
const lines = (invoice: Ubl) => invoice["cac:InvoiceLine"];

const sellerSchemes = (invoice: Ubl): { id: string; isVat: boolean }[] =>
  (seller(invoice)["cac:PartyTaxScheme"] ?? []).map((scheme) => ({
    id: scheme["cbc:CompanyID"],
    isVat: scheme["cac:TaxScheme"]["cbc:ID"] === "VAT",
  }));
const sellerVatId = (invoice: Ubl) => sellerSchemes(invoice).find(({ isVat }) => isVat)?.id;
const buyerVatId = (invoice: Ubl) => buyer(invoice)["cac:PartyTaxScheme"]?.["cbc:CompanyID"];

const has = (invoice: Ubl, ...categories: string[]): boolean =>
  categories.some((category) => lineCategories(invoice).has(category));

const isPrefixed = (id: string | undefined): boolean => id === undefined || /^[A-Z]{2}/.test(id);

/** Whether every entry of a category that asks for a reason has one, and no other has. */
const hasReasons = (invoice: Ubl): boolean =>
  breakdownOf(invoice).every((entry) => {
    const { "cbc:ID": code, "cbc:TaxExemptionReason": words } = entry["cac:TaxCategory"];
    return ["E", "AE", "O"].includes(code) === filled(words);
  });

const means = (invoice: Ubl) => invoice["cac:PaymentMeans"] ?? [];

/** Rules over what has to be there. */
export const FACT_RULES: readonly BusinessRule[] = [
  {
    code: "BR-06",
    says: "The seller has a legal name",
    holds: (invoice) => filled(seller(invoice)["cac:PartyLegalEntity"]["cbc:RegistrationName"]),
  },
  {
    code: "BR-07",
    says: "The buyer has a name",
    holds: (invoice) => filled(buyer(invoice)["cac:PartyLegalEntity"]["cbc:RegistrationName"]),
  },
  {
    code: "BR-09",
    says: "The seller's country is known",
    holds: (invoice) => filled(seller(invoice)["cac:PostalAddress"]["cac:Country"]["cbc:IdentificationCode"]),
  },
  {
    code: "BR-11",
    says: "The buyer's country is known",
    holds: (invoice) => filled(buyer(invoice)["cac:PostalAddress"]["cac:Country"]["cbc:IdentificationCode"]),
  },
  {
    code: "BR-62",
    says: "The seller has an e-mail address for electronic documents",
    holds: (invoice) => filled(seller(invoice)["cbc:EndpointID"]),
  },
  {
    code: "BR-63",
    says: "The buyer has an e-mail address for electronic documents",
    holds: (invoice) => filled(buyer(invoice)["cbc:EndpointID"]),
  },
  {
    code: "BR-25",
    says: "Every line has a name",
    holds: (invoice) => lines(invoice).every((line) => filled(line["cac:Item"]["cbc:Name"])),
  },
  {
    code: "BR-27",
    says: "No price is negative",
    holds: (invoice) => lines(invoice).every((line) => Number(line["cac:Price"]["cbc:PriceAmount"]) >= 0),
  },
  {
    code: "BR-30",
    says: "No period of a line ends before it begins",
    holds: (invoice) =>
      lines(invoice).every((line) => {
        const { "cbc:StartDate": from = "", "cbc:EndDate": until = "9" } = line["cac:InvoicePeriod"] ?? {};
        return from <= until;
      }),
  },
  {
    code: "BR-61",
    says: "A transfer names the account to pay to",
    holds: (invoice) =>
      means(invoice).every(
        (one) =>
          !["30", "58"].includes(one["cbc:PaymentMeansCode"]) ||
          filled(one["cac:PayeeFinancialAccount"]?.["cbc:ID"]),
      ),
  },
  {
    code: "BR-55",
    says: "A credit note names the invoice it corrects",
    holds: (invoice) =>
      invoice["cbc:InvoiceTypeCode"] !== "381" || (invoice["cac:BillingReference"]?.length ?? 0) > 0,
  },
  {
    code: "BR-CO-09",
    says: "VAT identifiers begin with their country",
    holds: (invoice) => isPrefixed(sellerVatId(invoice)) && isPrefixed(buyerVatId(invoice)),
  },
  {
    code: "BR-CO-25",
    says: "What is due says when",
    holds: (invoice) =>
      hundredths(invoice["cac:LegalMonetaryTotal"]["cbc:PayableAmount"]) <= 0 ||
      filled(invoice["cbc:DueDate"]) ||
      filled(invoice["cac:PaymentTerms"]?.["cbc:Note"]),
  },
  {
    code: "BR-CO-26",
    says: "The seller has a number: in a register, for VAT, or another",
    holds: (invoice) =>
      filled(sellerVatId(invoice)) ||
      filled(seller(invoice)["cac:PartyLegalEntity"]["cbc:CompanyID"]) ||
      (seller(invoice)["cac:PartyIdentification"]?.length ?? 0) > 0,
  },
  {
    code: "BR-S-02",
    says: "Who charges or exempts tax has a tax id or tax number",
    holds: (invoice) => !has(invoice, "S", "Z", "E") || sellerSchemes(invoice).some(({ id }) => filled(id)),
  },
  {
    code: "BR-AE-02",
    says: "Reverse charge needs the VAT identifiers of both sides",
    holds: (invoice) => !has(invoice, "AE") || (filled(sellerVatId(invoice)) && filled(buyerVatId(invoice))),
  },
  {
    code: "BR-O-02",
    says: "What is outside of the scope of VAT names no VAT identifiers",
    holds: (invoice) => !has(invoice, "O") || !(filled(sellerVatId(invoice)) || filled(buyerVatId(invoice))),
  },
  {
    code: "BR-O-11",
    says: "What is outside of the scope of VAT stands alone",
    holds: (invoice) => !has(invoice, "O") || breakdownOf(invoice).length === 1,
  },
  { code: "BR-E-10", says: "What is not taxed says why, and what is taxed does not", holds: hasReasons },
  {
    code: "BR-CO-18",
    says: "Each category of a line stands in the breakdown of tax, and no other",
    holds: (invoice) => {
      const broken = new Set<string>(breakdownOf(invoice).map((entry) => entry["cac:TaxCategory"]["cbc:ID"]));
      return broken.size > 0 && broken.symmetricDifference(lineCategories(invoice)).size === 0;
    },
  },
];
