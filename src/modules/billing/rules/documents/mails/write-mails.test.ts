import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CUSTOMER, invoiceDocument, SELLER } from "#test/factories/invoices.ts";
import { LANGUAGES } from "../language.ts";
import {
  creditNoteMail,
  invoiceMail,
  type MailFrame,
  paymentMail,
  refundMail,
  type WrittenMail,
} from "./write-mails.ts";

const frame = (locale: string, more: Partial<MailFrame> = {}): MailFrame => ({
  locale,
  name: CUSTOMER.name,
  company: "Northwind Academy",
  email: SELLER.email,
  invoicesHref: "https://northwind.example/account/invoices",
  ...more,
});

const words = ({ subject, content }: WrittenMail): string => JSON.stringify([subject, content]);

const news = {
  amountMinor: 20_000,
  currency: "EUR",
  on: "2027-01-09",
  invoices: [
    { number: "INV-000041", amountMinor: 11_900, openMinor: 0, dueOn: "2027-01-18" },
    { number: "INV-000042", amountMinor: 8_000, openMinor: 3_900, dueOn: "2027-01-18" },
  ],
  creditMinor: 100,
  hasReceipt: true,
};

describe("mails about documents", () => {
  for (const language of LANGUAGES)
    it(`leave no place unfilled in ${language}, and name number, amount and company`, () => {
      const document = invoiceDocument();
      const corrects = { number: "INV-000042", issuedOn: "2027-01-04" };
      const note = invoiceDocument({ kind: "credit_note", number: "CN-000007", corrects, note: "Changed" });
      const all = [
        invoiceMail(document, frame(language), { hasEInvoice: true }),
        invoiceMail({ ...document, collection: "card" }, frame(language), { hasEInvoice: false }),
        creditNoteMail(note, frame(language)),
        paymentMail(news, frame(language)),
        refundMail(
          { amountMinor: 5_000, currency: "EUR", on: "2027-01-09", number: "INV-000042" },
          frame(language),
        ),
      ];
      for (const mail of all) {
        assert.doesNotMatch(words(mail), /\{\w+\}/);
        assert.doesNotMatch(words(mail), /!/);
        assert.match(words(mail), /Northwind Academy/);
        assert.match(words(mail), /INV-000042/);
        assert.equal(mail.content.lang, language);
      }
      assert.equal(new Set(all.map(words)).size, all.length);
    });

  it("tell how to transfer, with the reference and what is open", () => {
    const payments = [{ on: "2027-01-04", amountMinor: 1_900, method: "credit" }] as const;
    const mail = invoiceMail(invoiceDocument({ payments }), frame("en-GB"), { hasEInvoice: true });
    assert.equal(mail.subject, "Invoice INV-000042 from Northwind Academy: €100.00 by 18 January 2027");
    assert.match(words(mail), /IBAN: DE89/);
    assert.match(words(mail), /Reference: RF81 INV0 0004 2/);
  });

  it("ask for nothing when nothing is open, or when a card pays", () => {
    const paid = [{ on: "2027-01-04", amountMinor: 11_900, method: "credit" }] as const;
    const settled = invoiceMail(invoiceDocument({ payments: paid }), frame("en-GB"), { hasEInvoice: false });
    assert.equal(settled.subject, "Invoice INV-000042 from Northwind Academy");
    assert.match(words(settled), /nothing left to pay/);
    const card = invoiceMail(invoiceDocument({ collection: "card" }), frame("en-GB"), { hasEInvoice: false });
    assert.doesNotMatch(words(card), /IBAN/);
  });

  it("say what a payment paid, what is left, and what became credit", () => {
    const text = words(paymentMail(news, frame("en-GB")));
    assert.match(text, /INV-000041: €119\.00, paid in full/);
    assert.match(text, /INV-000042: €80\.00, €39\.00 left to pay by 18 January 2027/);
    assert.match(text, /€1\.00 is more than was open/);
    assert.match(text, /The receipt is attached/);
    const plain = words(paymentMail({ ...news, creditMinor: 0, hasReceipt: false }, frame("en-GB")));
    assert.doesNotMatch(plain, /more than was open|attached/);
  });

  it("name an address for questions only where there is one", () => {
    const { content } = refundMail(
      { amountMinor: 5_000, currency: "EUR", on: "2027-01-09", number: "INV-000042" },
      frame("en-GB", { email: "" }),
    );
    assert.equal(content.footer, "You get this mail because you bought from Northwind Academy.");
  });
});
