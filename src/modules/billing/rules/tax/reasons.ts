import type { TaxReason } from "#modules/billing/rules/tax/types.ts";

type Words = Readonly<Record<"en" | "de" | "es" | "fr", string>>;

const REVERSE: Words = {
  en: "Reverse charge: the customer accounts for the VAT (Article 196 of Directive 2006/112/EC).",
  de: "Reverse Charge: Steuerschuldnerschaft des Leistungsempfängers (Artikel 196 der Richtlinie 2006/112/EG).",
  es: "Inversión del sujeto pasivo: el IVA lo declara el cliente (artículo 196 de la Directiva 2006/112/CE).",
  fr: "Autoliquidation : la TVA est due par le preneur (article 196 de la directive 2006/112/CE).",
};
const RECIPIENT: Words = {
  en: "No tax charged: the customer accounts for any tax due in its country.",
  de: "Ohne Steuer: Eine in seinem Land geschuldete Steuer führt der Kunde selbst ab.",
  es: "Sin impuesto: el cliente declara el que corresponda en su país.",
  fr: "Sans taxe : le client déclare la taxe éventuellement due dans son pays.",
};
const OUTSIDE_EU: Words = {
  en: "Not subject to EU VAT: the place of supply is outside of the EU (Articles 44, 58 and 59 of Directive 2006/112/EC).",
  de: "Nicht steuerbar in der EU: Der Leistungsort liegt im Drittland (Artikel 44, 58 und 59 der Richtlinie 2006/112/EG).",
  es: "No sujeto al IVA de la UE: el lugar de prestación está fuera de la UE (artículos 44, 58 y 59 de la Directiva 2006/112/CE).",
  fr: "Non soumis à la TVA de l’UE : le lieu de la prestation est hors de l’UE (articles 44, 58 et 59 de la directive 2006/112/CE).",
};
const OUTSIDE_COUNTRY: Words = {
  en: "No tax charged: the customer is outside of the seller's country.",
  de: "Ohne Steuer: Der Kunde sitzt außerhalb des Landes des Verkäufers.",
  es: "Sin impuesto: el cliente está fuera del país del vendedor.",
  fr: "Sans taxe : le client est établi hors du pays du vendeur.",
};
const SMALL: Words = {
  en: "Exempt as a small business (Article 284 of Directive 2006/112/EC).",
  de: "Kein Ausweis von Umsatzsteuer: Kleinunternehmer (Artikel 284 der Richtlinie 2006/112/EG).",
  es: "Exento por el régimen de las pequeñas empresas (artículo 284 de la Directiva 2006/112/CE).",
  fr: "Exonéré au titre du régime des petites entreprises (article 284 de la directive 2006/112/CE).",
};
const SMALL_AT_HOME: Readonly<Record<string, Words>> = {
  DE: { ...SMALL, de: "Kein Ausweis von Umsatzsteuer: Kleinunternehmer nach § 19 UStG." },
  AT: { ...SMALL, de: "Kein Ausweis von Umsatzsteuer: Kleinunternehmer nach § 6 Abs. 1 Z 27 UStG." },
};
const EDUCATION: Words = {
  en: "Exempt as education (Article 132 (1) of Directive 2006/112/EC).",
  de: "Steuerfreie Bildungsleistung (Artikel 132 Absatz 1 der Richtlinie 2006/112/EG).",
  es: "Enseñanza exenta (artículo 132, apartado 1, de la Directiva 2006/112/CE).",
  fr: "Enseignement exonéré (article 132, paragraphe 1, de la directive 2006/112/CE).",
};
const NOT_TAXABLE: Words = {
  en: "Not taxable in the customer's state.",
  de: "Im Bundesstaat des Kunden nicht steuerpflichtig.",
  es: "No está gravado en el estado del cliente.",
  fr: "Non imposable dans l’État du client.",
};
const NO_TAX: Words = {
  en: "No tax is charged on this sale.",
  de: "Für diesen Verkauf wird keine Steuer berechnet.",
  es: "En esta venta no se cobra ningún impuesto.",
  fr: "Aucune taxe n’est facturée sur cette vente.",
};

const WORDS: Partial<Record<TaxReason, Words>> = {
  reverse_charge: REVERSE,
  recipient_accounts: RECIPIENT,
  outside_eu: OUTSIDE_EU,
  outside_seller_country: OUTSIDE_COUNTRY,
  small_business: SMALL,
  exempt_education: EDUCATION,
  not_taxable_there: NOT_TAXABLE,
  no_us_nexus: NO_TAX,
  seller_unset: NO_TAX,
  seller_not_registered: NO_TAX,
  rate_missing: NO_TAX,
};

/** The sentence an invoice carries, in the language of a BCP 47 locale (English, German, Spanish or French); null for plain tax. */
export function reasonWords(why: TaxReason, locale: string, sellerCountry: string | null): string | null {
  const words = (why === "small_business" && SMALL_AT_HOME[sellerCountry ?? ""]) || WORDS[why];
  if (!words) return null;
  const language = locale.slice(0, 2).toLowerCase();
  return language === "de" || language === "es" || language === "fr" ? words[language] : words.en;
}
