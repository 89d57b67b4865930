import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Aside } from "#kernel/aside/aside.ts";
import { openAside } from "#kernel/aside/open-aside.ts";
import { createLogger } from "#kernel/log.ts";
import { createPdfRenderer } from "#kernel/pdf/render-typst.ts";
import {
  type DocumentTools,
  makeInvoiceFiles,
  makeReceipt,
} from "#modules/billing/documents/make-invoice-files.ts";
import { LANGUAGES } from "#modules/billing/rules/documents/language.ts";
import { labelsOf } from "#modules/billing/rules/documents/labels/labels.ts";
import type { InvoiceDocument } from "#modules/billing/rules/documents/types.ts";
import { BRAND, CUSTOMER, invoiceDocument, REVERSE_CHARGE, SELLER } from "#test/factories/invoices.ts";
import { readPdf } from "#test/read-pdf.ts";

/** What is drawn, without the breaks that the page makes. */
const flat = (text: string): string => text.replaceAll(/[\s\u200b]/g, "");

describe("the files of an invoice", () => {
  let aside: Aside;
  let tools: DocumentTools;
  before(() => {
    aside = openAside();
    const log = createLogger("silent");
    tools = { aside, log, pdf: createPdfRenderer({ aside, log }) };
  });
  after(() => aside.close());
  const print = async (document: InvoiceDocument) =>
    readPdf((await makeInvoiceFiles(tools, document, BRAND)).pdf);

  for (const language of LANGUAGES)
    it(`are printed in ${language}: invoice, credit note and receipt`, async () => {
      const labels = labelsOf(language);
      const [invoice = ""] = (await print(invoiceDocument({ locale: language }))).pages;
      for (const words of [labels.invoice, labels.howToPay, labels.billedTo, labels.quantity])
        assert.ok(flat(invoice).includes(flat(words)), words);
      const corrects = { number: "INV-000041", issuedOn: "2026-12-04" };
      const [note = ""] = (await print(invoiceDocument({ locale: language, kind: "credit_note", corrects })))
        .pages;
      for (const words of [labels.creditNote, labels.correctsInvoice, labels.creditSettled])
        assert.ok(flat(note).includes(flat(words)), words);
      const payments = [{ on: "2027-01-09", amountMinor: 11_900, method: "transfer" }] as const;
      const paidAt = Temporal.Instant.from("2027-01-09T10:00:00Z");
      const made = await makeReceipt(tools, invoiceDocument({ locale: language, payments }), {
        brand: BRAND,
        paidAt,
      });
      const [receipt = ""] = readPdf(made).pages;
      for (const words of [labels.receipt, labels.payments, labels.methods.transfer])
        assert.ok(flat(receipt).includes(flat(words)), words);
    });

  it("are Factur-X: the XML inside is the XML beside", async () => {
    const { pdf, eInvoices } = await makeInvoiceFiles(tools, invoiceDocument(), BRAND);
    const { attached, xmp, source } = readPdf(pdf);
    assert.equal(Buffer.from(attached.get("factur-x.xml") ?? []).toString(), eInvoices?.cii);
    for (const fact of [
      "<fx:DocumentType>INVOICE</fx:DocumentType>",
      "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>",
      "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>",
      "<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>",
      "<pdfaid:part>3</pdfaid:part>",
    ])
      assert.ok(xmp.includes(fact), fact);
    assert.match(source, /\/AFRelationship \/Alternative/);
    assert.match(source, /\/Subtype \/text#2Fxml/);
  });

  it("are the same bytes for the same invoice", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => makeInvoiceFiles(tools, invoiceDocument(), BRAND)));
    assert.ok(Buffer.from(one!.pdf).equals(Buffer.from(two!.pdf)));
    assert.deepEqual(one!.eInvoices, two!.eInvoices);
  });

  it("say the head of the table and the page on every page of a long invoice", async () => {
    const draft = Array.from({ length: 70 }, (_, at) => ({ description: `Session ${at + 1} of many` }));
    const { pages } = await print(invoiceDocument({ draft }));
    assert.ok(pages.length >= 3);
    for (const [at, page] of pages.entries()) {
      assert.ok(flat(page).includes(flat(`Page ${at + 1} of ${pages.length}`)));
      assert.ok(flat(page).includes("INV-000042"));
    }
    const all = flat(pages.join(""));
    for (let at = 1; at <= 70; at++) assert.ok(all.includes(flat(`Session ${at} of many`)));
  });

  it("are on A4, or on letter where paper is so", async () => {
    assert.match((await print(invoiceDocument())).source, /\/MediaBox \[0 0 595\.2756 841\.8898\]/);
    const customer = { ...CUSTOMER, country: "US" };
    assert.match((await print(invoiceDocument({ customer }))).source, /\/MediaBox \[0 0 612 792\]/);
  });

  it("show text of people as text, whatever it looks like", async () => {
    const nasty =
      '#import "@preview/a:1.0.0": * $ sum_(i=0) $ *b* _i_ `c` <label> @ref \\ = // /* [x] {y} "z" &<>';
    const long = "x".repeat(10_000);
    const { pages, attached } = await print(
      invoiceDocument({
        draft: [{ description: nasty }, { description: long }],
        customer: { ...CUSTOMER, organisation: nasty, line1: "y".repeat(160) },
        seller: { ...SELLER, legalName: "Z".repeat(200) },
        note: nasty,
        tax: { ...REVERSE_CHARGE, reason: nasty },
      }),
    );
    // The foot may be cut; whatever is on the invoice itself is whole.
    const all = flat(pages.join(""));
    assert.equal(all.split(flat(nasty)).length - 1, 4);
    assert.equal((all.match(/x/g) ?? []).length >= 10_000, true);
    assert.equal(attached.size, 1);
  });

  it("are a plain PDF where the invoice cannot be an e-invoice", async () => {
    const { pdf, eInvoices } = await makeInvoiceFiles(tools, invoiceDocument({ currency: "KWD" }), BRAND);
    assert.equal(eInvoices, null);
    const { attached, pages } = readPdf(pdf);
    assert.equal(attached.size, 0);
    assert.ok(pages[0]?.includes("11.900"));
  });
});
