import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Aside } from "#kernel/aside/aside.ts";
import { openAside } from "#kernel/aside/open-aside.ts";
import { createLogger } from "#kernel/log.ts";
import { createPdfRenderer } from "#kernel/pdf/render-typst.ts";
import { renderInvoice } from "#modules/billing/documents/render-invoice.ts";
import { presentInvoice } from "#modules/billing/rules/documents/present-invoice.ts";
import { BRAND, CUSTOMER, invoiceDocument, SELLER } from "#test/factories/invoices.ts";
import { readPdf } from "#test/read-pdf.ts";

/** Names and addresses as people of six scripts write them. */
const WRITTEN = {
  organisation: "شركة النور للتجارة",
  name: "ליאור כהן",
  line1: "महात्मा गांधी मार्ग 12",
  line2: "ถนนสุขุมวิท",
  city: "上海市浦东新区",
};

let aside: Aside;
before(() => {
  aside = openAside();
});
after(() => aside.close());

describe("an invoice", () => {
  it("shows names and addresses of six scripts, with no sign that a font is missing for", async () => {
    const document = invoiceDocument({
      customer: { ...CUSTOMER, ...WRITTEN },
      seller: { ...SELLER, legalName: "Zażółć Ærø GmbH" },
    });
    const log = createLogger("silent");
    const made = await renderInvoice(createPdfRenderer({ aside, log }), presentInvoice(document, BRAND), {
      createdAt: Temporal.Instant.from("2027-01-04T09:00:00Z"),
    });
    assert.deepEqual(made.missing, []);
    const drawn = readPdf(made.content).pages.join("");
    assert.ok(!drawn.includes("□"));
    // Shaping orders and joins signs; that each one is there says that its font drew it.
    for (const text of [...Object.values(WRITTEN), "Zażółć Ærø GmbH"])
      for (const sign of text) assert.ok(sign === " " || drawn.includes(sign), `${sign} of ${text}`);
  });
});
