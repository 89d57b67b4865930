import type { Invoice } from "@e-invoice-eu/core";
import { labelsOf } from "../labels/labels.ts";
import { writingLocale } from "../language.ts";
import { type InvoiceDocument, settlementOf } from "../types.ts";
import { fill, writeDay } from "../write-values.ts";
import { lineOf } from "./lines.ts";
import { buyerOf, sellerOf } from "./party.ts";
import { taxTotalOf } from "./taxes.ts";
import { amountText, present, xmlText } from "./values.ts";

type Ubl = Invoice["ubl:Invoice"];
type Currency = Ubl["cbc:DocumentCurrencyCode"];

/** UNTDID 1001: commercial invoice, credit note. */
const TYPE = { invoice: "380", credit_note: "381" } as const;
/** UNTDID 4461: SEPA credit transfer, credit transfer, bank card. */
const MEANS = { sepa: "58", transfer: "30", card: "48" } as const;

/** Sums of the document, BG-22. */
function totalsOf(document: InvoiceDocument): Ubl["cac:LegalMonetaryTotal"] {
  const currency = document.currency as Currency;
  const { paidMinor, dueMinor } = settlementOf(document);
  const amount = (minor: number) => amountText(minor, currency);
  return present({
    "cbc:LineExtensionAmount": amount(document.netMinor), // BT-106
    "cbc:LineExtensionAmount@currencyID": currency,
    "cbc:TaxExclusiveAmount": amount(document.netMinor), // BT-109: discounts stand at the lines
    "cbc:TaxExclusiveAmount@currencyID": currency,
    "cbc:TaxInclusiveAmount": amount(document.totalMinor), // BT-112
    "cbc:TaxInclusiveAmount@currencyID": currency,
    "cbc:PrepaidAmount": paidMinor === 0 ? undefined : amount(paidMinor), // BT-113
    "cbc:PrepaidAmount@currencyID": paidMinor === 0 ? undefined : currency,
    "cbc:PayableAmount": amount(dueMinor), // BT-115
    "cbc:PayableAmount@currencyID": currency,
  });
}

/** How to pay, BG-16; a credit note asks for nothing. */
function meansOf(document: InvoiceDocument): Ubl["cac:PaymentMeans"] {
  const { collection, seller, currency, number, paymentReference, kind } = document;
  if (kind === "credit_note") return undefined;
  if (collection === "card") return [{ "cbc:PaymentMeansCode": MEANS.card }]; // BT-81
  if (seller.iban === "") return undefined;
  return [
    {
      "cbc:PaymentMeansCode": currency === "EUR" ? MEANS.sepa : MEANS.transfer,
      "cbc:PaymentID": paymentReference ?? number, // BT-83
      "cac:PayeeFinancialAccount": present({
        "cbc:ID": seller.iban, // BT-84
        "cbc:Name": xmlText(seller.legalName || seller.name), // BT-85
        "cac:FinancialInstitutionBranch": seller.bic ? { "cbc:ID": seller.bic } : undefined, // BT-86
      }),
    },
  ];
}

/** BT-20: what is due says when (BR-CO-25); UBL's credit note has no due date, so words say it for both. */
function termsOf(document: InvoiceDocument): string {
  const labels = labelsOf(document.locale);
  const writing = writingLocale(document.locale);
  if (document.kind === "credit_note") return labels.creditSettled;
  return document.collection === "card"
    ? labels.payByCard
    : fill(labels.payByTransfer, { day: writeDay(document.dueOn, writing) });
}

/**
 * An invoice or credit note in the terms of EN 16931, as `@e-invoice-eu/core` takes it and writes it in either syntax.
 * The numbers behind the fields are the business terms of the standard. Take only what `whyNoEInvoice` lets pass.
 */
export function toEn16931(document: InvoiceDocument): Invoice {
  const { number, issuedOn, dueOn, kind, currency, note, orderReference, corrects } = document;
  const [first, ...rest] = document.lines.map((line) => lineOf(document, line));
  if (!first) throw new Error(`${number} has no lines`);
  const words = xmlText(note);
  return {
    "ubl:Invoice": present<Ubl>({
      "cbc:ID": number, // BT-1
      "cbc:IssueDate": issuedOn, // BT-2
      "cbc:DueDate": kind === "invoice" ? dueOn : undefined, // BT-9
      "cbc:InvoiceTypeCode": TYPE[kind], // BT-3
      "cbc:Note": words === "" ? undefined : [words], // BT-22
      "cbc:DocumentCurrencyCode": currency as Currency, // BT-5
      "cac:OrderReference": orderReference ? { "cbc:SalesOrderID": orderReference } : undefined, // BT-14
      "cac:BillingReference": corrects
        ? [
            {
              "cac:InvoiceDocumentReference": {
                "cbc:ID": corrects.number, // BT-25
                "cbc:IssueDate": corrects.issuedOn, // BT-26
              },
            },
          ]
        : undefined,
      "cac:AccountingSupplierParty": { "cac:Party": sellerOf(document) },
      "cac:AccountingCustomerParty": { "cac:Party": buyerOf(document) },
      "cac:PaymentMeans": meansOf(document),
      "cac:PaymentTerms": { "cbc:Note": termsOf(document) }, // BT-20
      "cac:TaxTotal": taxTotalOf(document),
      "cac:LegalMonetaryTotal": totalsOf(document),
      "cac:InvoiceLine": [first, ...rest],
    }),
  };
}
