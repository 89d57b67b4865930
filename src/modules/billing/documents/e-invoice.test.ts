import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Aside } from "#kernel/aside/aside.ts";
import { openAside } from "#kernel/aside/open-aside.ts";
import { majorText } from "#kernel/money.ts";
import { writeEInvoices } from "#modules/billing/documents/e-invoice.ts";
import { type InvoiceDocument, settlementOf } from "#modules/billing/rules/documents/types.ts";
import { anyInvoiceDocument, CUSTOMER, invoiceDocument, REVERSE_CHARGE } from "#test/factories/invoices.ts";

// What a parser gives has any shape, and a test that misreads it fails.
// oxlint-disable-next-line typescript/no-explicit-any
type Tree = any;

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, removeNSPrefix: true });
const parse = (xml: string): Tree => {
  assert.equal(XMLValidator.validate(xml), true);
  return parser.parse(xml);
};
const text = (node: Tree): string => (typeof node === "object" ? node["#text"] : node);
const list = (node: Tree): Tree[] => [node ?? []].flat();

/** The same facts of an invoice, read off either syntax. */
interface Facts {
  number: string;
  type: string;
  currency: string;
  lines: string[];
  net: string;
  tax: string;
  total: string;
  paid: string;
  due: string;
  taxes: [code: string, base: string, amount: string][];
  corrects: string | undefined;
}

function factsOfUbl(xml: string): Facts {
  const { Invoice, CreditNote } = parse(xml);
  const root = Invoice ?? CreditNote;
  const sums = root.LegalMonetaryTotal;
  return {
    number: root.ID,
    type: root.InvoiceTypeCode ?? root.CreditNoteTypeCode,
    currency: root.DocumentCurrencyCode,
    lines: list(root.InvoiceLine ?? root.CreditNoteLine).map((line) => text(line.LineExtensionAmount)),
    net: text(sums.TaxExclusiveAmount),
    tax: text(root.TaxTotal.TaxAmount),
    total: text(sums.TaxInclusiveAmount),
    paid: text(sums.PrepaidAmount ?? "0"),
    due: text(sums.PayableAmount),
    taxes: list(root.TaxTotal.TaxSubtotal).map((entry) => [
      entry.TaxCategory.ID,
      text(entry.TaxableAmount),
      text(entry.TaxAmount),
    ]),
    corrects: root.BillingReference?.InvoiceDocumentReference.ID,
  };
}

function factsOfCii(xml: string): Facts {
  const root = parse(xml).CrossIndustryInvoice;
  const trade = root.SupplyChainTradeTransaction;
  const settlement = trade.ApplicableHeaderTradeSettlement;
  const sums = settlement.SpecifiedTradeSettlementHeaderMonetarySummation;
  return {
    number: root.ExchangedDocument.ID,
    type: root.ExchangedDocument.TypeCode,
    currency: settlement.InvoiceCurrencyCode,
    lines: list(trade.IncludedSupplyChainTradeLineItem).map((line) =>
      text(line.SpecifiedLineTradeSettlement.SpecifiedTradeSettlementLineMonetarySummation.LineTotalAmount),
    ),
    net: text(sums.TaxBasisTotalAmount),
    tax: text(sums.TaxTotalAmount),
    total: text(sums.GrandTotalAmount),
    paid: text(sums.TotalPrepaidAmount ?? "0"),
    due: text(sums.DuePayableAmount),
    taxes: list(settlement.ApplicableTradeTax).map((entry) => [
      entry.CategoryCode,
      text(entry.BasisAmount),
      text(entry.CalculatedAmount),
    ]),
    corrects: settlement.InvoiceReferencedDocument?.IssuerAssignedID,
  };
}

function factsOfDocument(document: InvoiceDocument): Facts {
  const amount = (minor: number) => majorText(minor, document.currency);
  const { paidMinor, dueMinor } = settlementOf(document);
  const groups = Map.groupBy(document.taxes, ({ code, ratePpm }) => `${code}${ratePpm}`);
  return {
    number: document.number,
    type: document.kind === "invoice" ? "380" : "381",
    currency: document.currency,
    lines: document.lines.map((line) => amount(line.netMinor)),
    net: amount(document.netMinor),
    tax: amount(document.taxMinor),
    total: amount(document.totalMinor),
    paid: paidMinor === 0 ? "0" : amount(paidMinor),
    due: amount(dueMinor),
    taxes: [...groups.values()].map((group) => [
      group[0]!.code,
      amount(group.reduce((sum, tax) => sum + tax.netMinor, 0)),
      amount(group.reduce((sum, tax) => sum + tax.taxMinor, 0)),
    ]),
    corrects: document.corrects?.number,
  };
}

describe("writeEInvoices", () => {
  let aside: Aside;
  before(() => {
    aside = openAside();
  });
  after(() => aside.close());

  it("says in both syntaxes what the invoice says, to the cent", async () => {
    await fc.assert(
      fc.asyncProperty(anyInvoiceDocument, async (document) => {
        const { ubl, cii } = await writeEInvoices(aside, document);
        assert.deepEqual(factsOfUbl(ubl), factsOfDocument(document));
        assert.deepEqual(factsOfCii(cii), factsOfDocument(document));
      }),
      { numRuns: 40 },
    );
  });

  it("writes text of people as text", async () => {
    const shown = "</cbc:Name><x/>&amp;&amp;lt;&#65;& <![CDATA[ ]]> \"'> 株式会社 שלום\u202e";
    const nasty = `${shown.slice(0, 9)}\u0000\u0001\u{d800}${shown.slice(9)}`;
    const document = invoiceDocument({
      draft: [{ description: nasty }],
      customer: { ...CUSTOMER, organisation: nasty, line1: nasty },
      note: nasty,
    });
    const { ubl, cii } = await writeEInvoices(aside, document);
    assert.equal(parse(ubl).Invoice.InvoiceLine.Item.Name, shown);
    const line = parse(cii).CrossIndustryInvoice.SupplyChainTradeTransaction.IncludedSupplyChainTradeLineItem;
    assert.equal(line.SpecifiedTradeProduct.Name, shown);
  });

  it("says why nothing is charged, with the code of the standard and both VAT identifiers", async () => {
    const { ubl, cii } = await writeEInvoices(aside, invoiceDocument({ tax: REVERSE_CHARGE }));
    const { TaxCategory } = parse(ubl).Invoice.TaxTotal.TaxSubtotal;
    assert.equal(TaxCategory.TaxExemptionReasonCode, "VATEX-EU-AE");
    assert.equal(TaxCategory.TaxExemptionReason, REVERSE_CHARGE.reason);
    const { SellerTradeParty, BuyerTradeParty } =
      parse(cii).CrossIndustryInvoice.SupplyChainTradeTransaction.ApplicableHeaderTradeAgreement;
    assert.equal(text(list(SellerTradeParty.SpecifiedTaxRegistration)[0].ID), "DE136695976");
    assert.equal(text(list(BuyerTradeParty.SpecifiedTaxRegistration)[0].ID), "FR40303265045");
  });

  it("is a credit note of UBL's own kind that names what it corrects", async () => {
    const corrects = { number: "INV-000041", issuedOn: "2026-12-04" };
    const { ubl } = await writeEInvoices(aside, invoiceDocument({ kind: "credit_note", corrects }));
    const { CreditNote } = parse(ubl);
    assert.equal(CreditNote.BillingReference.InvoiceDocumentReference.IssueDate, "2026-12-04");
    assert.equal(text(CreditNote.CreditNoteLine.CreditedQuantity), "1");
  });

  it("has the delivery that the schema of CII asks for", async () => {
    const { cii } = await writeEInvoices(aside, invoiceDocument({ percentOffPpm: 100_000 }));
    const trade = parse(cii).CrossIndustryInvoice.SupplyChainTradeTransaction;
    assert.deepEqual(Object.keys(trade), [
      "IncludedSupplyChainTradeLineItem",
      "ApplicableHeaderTradeAgreement",
      "ApplicableHeaderTradeDelivery",
      "ApplicableHeaderTradeSettlement",
    ]);
    assert.doesNotMatch(cii, /schemaLocation|ActualAmount currencyID/);
  });

  it("names the profile that Factur-X calls EN 16931", async () => {
    const { cii } = await writeEInvoices(aside, invoiceDocument());
    const { GuidelineSpecifiedDocumentContextParameter: guideline } =
      parse(cii).CrossIndustryInvoice.ExchangedDocumentContext;
    assert.equal(guideline.ID, "urn:cen.eu:en16931:2017");
  });

  it("refuses what the schema of the standard does not know", async () => {
    const document = invoiceDocument({ customer: { ...CUSTOMER, country: "ZZ" } });
    await assert.rejects(writeEInvoices(aside, document), { fault: "failed" });
  });
});
