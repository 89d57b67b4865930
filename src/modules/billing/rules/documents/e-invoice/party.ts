import type { Invoice } from "@e-invoice-eu/core";
import { isMember } from "../../tax/territory.ts";
import { sellerTaxId } from "../present-page.ts";
import type { CustomerParty, InvoiceDocument } from "../types.ts";
import { present, xmlText } from "./values.ts";

type Ubl = Invoice["ubl:Invoice"];
type Seller = Ubl["cac:AccountingSupplierParty"]["cac:Party"];
type Buyer = Ubl["cac:AccountingCustomerParty"]["cac:Party"];
type Country = Seller["cac:PostalAddress"]["cac:Country"]["cbc:IdentificationCode"];

const VAT = { "cbc:ID": "VAT" };
/** Any other registration for tax than that for VAT (BT-32). */
const FISCAL = { "cbc:ID": "FC" };
// Beside the member states: where the tax id begins with the country as well (BR-CO-09).
const PREFIXED = new Set(["GB", "XI", "NO", "CH", "LI", "IS"]);

const textOrNone = (text: string | null | undefined): string | undefined => {
  const clean = xmlText(text ?? "");
  return clean === "" ? undefined : clean;
};

/** A tax id as a VAT identifier with its country before it; null where the country has no such. Greece writes EL. */
export function vatIdOf(taxId: string, country: string): string | null {
  const plain = taxId.toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (!isMember(country) && !PREFIXED.has(country)) return null;
  const prefix = country === "GR" ? "EL" : country;
  return plain.startsWith(prefix) || plain.startsWith("XI") ? plain : prefix + plain;
}

/** Rules of outside-scope invoices: no VAT identifier of either side may stand in them (BR-O-02 to 04). */
const isOutOfScope = ({ taxes }: InvoiceDocument): boolean => taxes.some(({ code }) => code === "O");

interface PlainAddress {
  line1: string;
  line2: string | null;
  city: string;
  postcode: string | null;
  region?: string | null;
  country: string | null;
}

const addressOf = (party: PlainAddress) =>
  present({
    "cbc:StreetName": textOrNone(party.line1), // BT-35, BT-50
    "cbc:AdditionalStreetName": textOrNone(party.line2), // BT-36, BT-51
    "cbc:CityName": textOrNone(party.city), // BT-37, BT-52
    "cbc:PostalZone": textOrNone(party.postcode), // BT-38, BT-53
    "cbc:CountrySubentity": textOrNone(party.region), // BT-39, BT-54
    "cac:Country": { "cbc:IdentificationCode": (party.country ?? "") as Country }, // BT-40, BT-55
  });

function sellerIds(document: InvoiceDocument) {
  const { seller, taxes } = document;
  const taxId = sellerTaxId(seller, taxes[0]?.jurisdiction);
  const country = Object.entries(seller.taxIds).find(([, id]) => id === taxId)?.[0] ?? seller.country ?? "";
  const vatId = taxId === null ? null : vatIdOf(taxId, country);
  const fiscal = textOrNone(seller.taxNumber) ?? (vatId === null ? textOrNone(taxId) : undefined);
  return { vatId: isOutOfScope(document) ? null : vatId, ownId: textOrNone(taxId), fiscal };
}

/** The seller, BG-4. */
export function sellerOf(document: InvoiceDocument): Seller {
  const { seller } = document;
  const { vatId, ownId, fiscal } = sellerIds(document);
  const register = textOrNone(seller.register);
  const schemes = [
    ...(vatId ? [{ "cbc:CompanyID": vatId, "cac:TaxScheme": VAT }] : []), // BT-31
    ...(fiscal ? [{ "cbc:CompanyID": fiscal, "cac:TaxScheme": FISCAL }] : []), // BT-32
  ] as Seller["cac:PartyTaxScheme"];
  const legalName = textOrNone(seller.legalName) ?? xmlText(seller.name);
  const email = textOrNone(seller.email);
  return present({
    "cbc:EndpointID": email, // BT-34
    "cbc:EndpointID@schemeID": email ? ("EM" as const) : undefined,
    // BT-29: some identifier has to stand where neither register nor VAT id does (BR-CO-26).
    "cac:PartyIdentification":
      !register && !vatId && ownId ? ([{ "cbc:ID": ownId }] as Seller["cac:PartyIdentification"]) : undefined,
    "cac:PartyName":
      seller.name === legalName || !textOrNone(seller.name)
        ? undefined
        : { "cbc:Name": xmlText(seller.name) }, // BT-28
    "cac:PostalAddress": addressOf(seller),
    "cac:PartyTaxScheme": schemes,
    "cac:PartyLegalEntity": present({ "cbc:RegistrationName": legalName, "cbc:CompanyID": register }), // BT-27, BT-30
    "cac:Contact": email ? { "cbc:Name": legalName, "cbc:ElectronicMail": email } : undefined, // BT-41, BT-43
  });
}

const buyerVatId = ({ taxId, country }: CustomerParty): string | null =>
  taxId === null ? null : vatIdOf(taxId, country);

/** The buyer, BG-7. */
export function buyerOf(document: InvoiceDocument): Buyer {
  const { customer } = document;
  const vatId = isOutOfScope(document) ? null : buyerVatId(customer);
  const email = textOrNone(customer.email);
  return present({
    "cbc:EndpointID": email, // BT-49
    "cbc:EndpointID@schemeID": email ? ("EM" as const) : undefined,
    "cac:PostalAddress": addressOf(customer),
    "cac:PartyTaxScheme": vatId ? { "cbc:CompanyID": vatId, "cac:TaxScheme": VAT } : undefined, // BT-48
    "cac:PartyLegalEntity": {
      "cbc:RegistrationName": textOrNone(customer.organisation) ?? xmlText(customer.name), // BT-44
    },
    "cac:Contact": present({ "cbc:Name": textOrNone(customer.name), "cbc:ElectronicMail": email }), // BT-56, BT-58
  });
}
