import { addressLines } from "./address-lines.ts";
import { labelsOf } from "./labels/labels.ts";
import { languageOf, writingLocale } from "./language.ts";
import { paperSize } from "./paper-size.ts";
import type { CustomerParty, DocumentBrand, SellerParty } from "./types.ts";
import type { PageView, PartyView } from "./view.ts";

/** Groups of four, as IBANs are printed. */
export const groupIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, "$1\u00a0");

const filled = (lines: readonly string[]): string[] => lines.filter((line) => line.trim() !== "");

/** The seller's tax id that a sale in a country is taxed under; else that of its own country, else any. */
export function sellerTaxId(seller: SellerParty, jurisdiction?: string): string | null {
  const country = jurisdiction?.split("-")[0] ?? "";
  return (
    seller.taxIds[country] ?? seller.taxIds[seller.country ?? ""] ?? Object.values(seller.taxIds)[0] ?? null
  );
}

/** Who sells, for the head of a document. */
export function sellerView(seller: SellerParty, locale: string, taxId: string | null): PartyView {
  const labels = labelsOf(locale);
  return {
    label: labels.from,
    name: seller.legalName || seller.name,
    lines: filled([
      ...addressLines(seller, writingLocale(locale)),
      taxId ? `${seller.country === "US" ? labels.taxId : labels.vatId} ${taxId}` : "",
    ]),
  };
}

/** Who buys. An organisation stands before the person in it. */
export function customerView(customer: CustomerParty, locale: string): PartyView {
  const labels = labelsOf(locale);
  const { organisation, name } = customer;
  return {
    label: labels.billedTo,
    name: organisation || name,
    lines: filled([
      organisation ? name : "",
      ...addressLines(customer, writingLocale(locale)),
      customer.taxId ? `${customer.country === "US" ? labels.taxId : labels.vatId} ${customer.taxId}` : "",
    ]),
  };
}

function foot(seller: SellerParty, locale: string): string[][] {
  const labels = labelsOf(locale);
  const address = addressLines(seller, writingLocale(locale)).join(", ");
  const columns = [
    [seller.legalName || seller.name, address],
    [seller.email, seller.register, seller.taxNumber ? `${labels.taxNumber} ${seller.taxNumber}` : ""],
    [seller.iban ? `IBAN ${groupIban(seller.iban)}` : "", seller.bic ? `BIC ${seller.bic}` : ""],
  ];
  return columns.map(filled).filter((column) => column.length > 0);
}

/** What every page has, of who sends it to whom. */
export function presentPage(
  from: { seller: SellerParty; brand: DocumentBrand },
  to: { country: string; locale: string },
  title: { title: string; documentTitle: string },
): PageView {
  const { seller, brand } = from;
  return {
    lang: languageOf(to.locale),
    paper: paperSize(to.country),
    colour: brand.colour,
    brand: brand.name || seller.name,
    ...title,
    author: seller.legalName || seller.name,
    pageWords: labelsOf(to.locale).page,
    foot: foot(seller, to.locale),
    closing: brand.closing,
  };
}
