import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { InvoiceDocument } from "#modules/billing/rules/documents/types.ts";
import {
  anyInvoiceDocument,
  CUSTOMER,
  invoiceDocument,
  REVERSE_CHARGE,
  SELLER,
} from "#test/factories/invoices.ts";
import { brokenRules, whyNoEInvoice } from "./check-e-invoice.ts";
import type { Ubl } from "./rule.ts";
import { toEn16931 } from "./to-en16931.ts";

const codes = (document: InvoiceDocument) => whyNoEInvoice(document).map(({ code }) => code);

describe("whyNoEInvoice", () => {
  it("lets every invoice billing may issue pass", () => {
    fc.assert(
      fc.property(anyInvoiceDocument, (document) => {
        assert.deepEqual(codes(document), []);
      }),
      { numRuns: 2000 },
    );
  });

  const customer = (more: object) => ({ ...CUSTOMER, ...more });
  const seller = (more: object) => ({ ...SELLER, ...more });
  const outside = { jurisdiction: "-", code: "O", ratePpm: 0, reason: "Not subject to VAT." } as const;
  const REFUSED: [what: string, document: InvoiceDocument, code: string][] = [
    ["a currency of three decimals", invoiceDocument({ currency: "KWD" }), "BR-DEC-01"],
    ["a seller without a country", invoiceDocument({ seller: seller({ country: null }) }), "BR-09"],
    ["a seller without an e-mail address", invoiceDocument({ seller: seller({ email: "" }) }), "BR-62"],
    [
      "a seller nobody can identify",
      invoiceDocument({ seller: seller({ register: "", taxIds: {}, taxNumber: "" }) }),
      "BR-CO-26",
    ],
    [
      "tax of a seller without a number for tax",
      invoiceDocument({ seller: seller({ taxIds: {}, taxNumber: "" }) }),
      "BR-S-02",
    ],
    [
      "reverse charge without the customer's VAT identifier",
      invoiceDocument({ tax: REVERSE_CHARGE, customer: customer({ taxId: null }) }),
      "BR-AE-02",
    ],
  ];
  for (const [what, document, code] of REFUSED)
    it(`refuses ${what}`, () => {
      assert.ok(codes(document).includes(code), codes(document).join(" "));
    });

  it("names no VAT identifier of a sale outside of the scope of VAT, and another number in its place", () => {
    const document = invoiceDocument({
      tax: outside,
      customer: customer({ country: "US", taxId: "12-3456789" }),
    });
    assert.deepEqual(codes(document), []);
    const plain = JSON.stringify(toEn16931({ ...document, seller: seller({ register: "", taxNumber: "" }) }));
    assert.doesNotMatch(plain, /"VAT"\},?"?cbc:CompanyID|CompanyID":"DE/);
    assert.match(plain, /"cac:PartyIdentification":\[\{"cbc:ID":"DE136695976"\}\]/);
  });
});

describe("the rules themselves", () => {
  const sound = (): Ubl =>
    toEn16931(invoiceDocument({ draft: [{}, { quantity: 3 }], percentOffPpm: 100_000 }))["ubl:Invoice"];
  /** Breaks one fact of a sound invoice and says which rules see it. */
  const broken = (spoil: (invoice: Ubl) => void): string[] => {
    const invoice = sound();
    spoil(invoice);
    return brokenRules(invoice).map(({ code }) => code);
  };

  const FAULTS: [code: string, spoil: (invoice: Ubl) => void][] = [
    ["BR-CO-10", (invoice) => (invoice["cac:InvoiceLine"][0]["cbc:LineExtensionAmount"] = "90.01")],
    ["BR-CO-13", (invoice) => (invoice["cac:LegalMonetaryTotal"]["cbc:TaxExclusiveAmount"] = "360.01")],
    ["BR-CO-14", (invoice) => (invoice["cac:TaxTotal"][0]["cbc:TaxAmount"] = "68.41")],
    ["BR-CO-15", (invoice) => (invoice["cac:LegalMonetaryTotal"]["cbc:TaxInclusiveAmount"] = "428.41")],
    ["BR-CO-16", (invoice) => (invoice["cac:LegalMonetaryTotal"]["cbc:PrepaidAmount"] = "1.00")],
    [
      "BR-CO-17",
      (invoice) => (invoice["cac:TaxTotal"][0]["cac:TaxSubtotal"]![0]!["cbc:TaxAmount"] = "68.42"),
    ],
    [
      "BR-S-08",
      (invoice) => (invoice["cac:TaxTotal"][0]["cac:TaxSubtotal"]![0]!["cbc:TaxableAmount"] = "1.00"),
    ],
    [
      "PEPPOL-EN16931-R120",
      (invoice) => (invoice["cac:InvoiceLine"][0]["cac:Price"]["cbc:PriceAmount"] = "9.00"),
    ],
    [
      "BR-06",
      (invoice) =>
        (invoice["cac:AccountingSupplierParty"]["cac:Party"]["cac:PartyLegalEntity"]["cbc:RegistrationName"] =
          " "),
    ],
    ["BR-25", (invoice) => (invoice["cac:InvoiceLine"][0]["cac:Item"]["cbc:Name"] = "")],
    ["BR-27", (invoice) => (invoice["cac:InvoiceLine"][0]["cac:Price"]["cbc:PriceAmount"] = "-100.00")],
    [
      "BR-30",
      (invoice) => (invoice["cac:InvoiceLine"][0]["cac:InvoicePeriod"]!["cbc:EndDate"] = "2026-01-01"),
    ],
    ["BR-61", (invoice) => (invoice["cac:PaymentMeans"]![0]!["cac:PayeeFinancialAccount"]!["cbc:ID"] = "")],
    ["BR-55", (invoice) => (invoice["cbc:InvoiceTypeCode"] = "381")],
    [
      "BR-CO-25",
      (invoice) => {
        delete invoice["cbc:DueDate"];
        delete invoice["cac:PaymentTerms"];
      },
    ],
    [
      "BR-O-11",
      (invoice) => {
        invoice["cac:InvoiceLine"][0]["cac:Item"]["cac:ClassifiedTaxCategory"]["cbc:ID"] = "O";
        invoice["cac:TaxTotal"][0]["cac:TaxSubtotal"]!.push(
          invoice["cac:TaxTotal"][0]["cac:TaxSubtotal"]![0]!,
        );
      },
    ],
    [
      "BR-E-10",
      (invoice) =>
        (invoice["cac:TaxTotal"][0]["cac:TaxSubtotal"]![0]!["cac:TaxCategory"]["cbc:TaxExemptionReason"] =
          "why"),
    ],
    [
      "BR-CO-18",
      (invoice) => (invoice["cac:InvoiceLine"][0]["cac:Item"]["cac:ClassifiedTaxCategory"]["cbc:ID"] = "Z"),
    ],
    [
      "BR-CO-09",
      (invoice) =>
        (invoice["cac:AccountingCustomerParty"]["cac:Party"]["cac:PartyTaxScheme"]!["cbc:CompanyID"] =
          "40303265045"),
    ],
  ];
  for (const [code, spoil] of FAULTS)
    it(`${code} sees its fault`, () => {
      assert.deepEqual(brokenRules(sound()), []);
      assert.ok(broken(spoil).includes(code), broken(spoil).join(" "));
    });
});
