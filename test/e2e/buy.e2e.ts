import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible } from "#test/e2e/axe.ts";
import { eventually, mailsTo, orderAs, signInByMail } from "#test/e2e/buyer.ts";
import { ownerJourney } from "#test/e2e/journey.ts";
import { read } from "#test/e2e/owner.ts";

const SELLER = {
  legalName: "Stein & Weg GmbH",
  line1: "Am Pfad 1",
  postcode: "10115",
  city: "Berlin",
  country: "DE",
  taxIds: { DE: "DE136695976" },
  iban: "DE89370400440532013000",
};
const STUDENT = "kaethe@example.test";
const SUBSCRIBER = "selma@example.test";

interface InvoiceRow {
  id: string;
  fullNumber: string;
  totalMinor: number;
  openMinor: number;
  status: string;
}

describe("buying", () => {
  const journey = ownerJourney();
  let student: Page;
  let subscriber: Page;
  before(async () => {
    const owner = journey.page();
    const { url } = journey.house();
    const answer = await owner.request.patch(`${url}/api/v1/settings/billing.seller`, {
      data: { value: SELLER },
      headers: { origin: url },
    });
    assert.ok(answer.ok(), await answer.text());
    student = await journey.window({ locale: "de-DE", reducedMotion: "reduce" });
    subscriber = await journey.window({ locale: "de-DE", reducedMotion: "reduce" });
  });
  const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const show = async (page: Page, path: string) => {
    await page.goto(journey.house().url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await assertAccessible(page);
  };
  const invoicesOf = async (page: Page) =>
    (await read<{ items: InvoiceRow[] }>(page, "/account/invoices")).items;

  it("sells the course by bank transfer: a statement is imported, access begins, a mail says so", async () => {
    const { url } = journey.house();
    await orderAs(student, url, { link: /^Buy/, email: STUDENT, provider: "Bank transfer" });
    assert.equal(await student.locator("script").count(), 0, "public pages carry no script");
    await see(student, "Thank you for your order");
    await student.getByRole("img", { name: /QR code/ }).waitFor();
    await assertAccessible(student);
    const reference = (await student.getByText(/^RF\d\d/).textContent()) ?? "";

    await signInByMail(student, journey.page(), { url, email: STUDENT });
    await see(student, "Access begins when the invoice is paid");
    await assertAccessible(student);

    await importStatement(journey.page(), reference);
    await eventually(async () => {
      await student.reload();
      return (await student.getByText(/^Access until/).count()) > 0 ? true : undefined;
    });
    const texts = await eventually(async () => {
      const mails = await mailsTo(journey.page(), STUDENT);
      return mails.some((text) => /INV-/.test(text)) ? mails : undefined;
    });
    assert.ok(texts.length >= 2, "the invoice and the link were mailed");
  });

  async function importStatement(owner: Page, reference: string) {
    const { url } = journey.house();
    const today = Temporal.Now.plainDateISO().toString();
    const csv = `Date;Name;Counterparty IBAN;Description;Amount;Currency\n${today};K. Mueller;;${reference};1497.00;EUR`;
    await owner.goto(`${url}/console/billing/payments/statements/new`);
    await owner
      .locator("input[type=file]")
      .setInputFiles({ name: "bank.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await owner.getByRole("button", { name: "Show what it holds" }).click();
    await owner.waitForURL(/drafts/);
    await assertAccessible(owner);
    await owner.getByRole("button", { name: /^Import/ }).click();
    await owner.waitForURL(/to-match.*notice=imported/);
  }

  it("shows each of the customer's own pages, accessible", async () => {
    const [invoice] = await invoicesOf(student);
    for (const path of [
      "/account/invoices",
      `/account/invoices/${invoice!.id}`,
      "/account/payment-methods",
      "/account/usage",
      "/account/members",
      "/account/profile",
      "/account/emails",
      "/account/billing",
      "/account/security",
      "/account/privacy",
      "/terms",
      "/imprint",
    ])
      await show(student, path);
    const pdf = await student.request.get(`${journey.house().url}/account/invoices/${invoice!.id}/pdf`);
    assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
  });

  it("takes back access with a refund", async () => {
    const owner = journey.page();
    const { url } = journey.house();
    const { items } = await read<{ items: InvoiceRow[] }>(owner, "/billing/invoices?status=paid");
    await owner.goto(`${url}/console/billing/invoices/${items[0]!.id}`);
    await owner.getByText("Refund or credit").click();
    await owner.getByLabel("Reason").first().fill("Changed their mind");
    await owner.getByRole("button", { name: "Write the credit note" }).click();
    await owner.waitForURL(/refunded/);
    await student.goto(`${url}/account`);
    await see(student, "Access has ended.");
    await assertAccessible(student);
  });

  it("lets a subscriber change in the middle of a period, and pay exactly what was shown", async () => {
    const { url } = journey.house();
    await orderAs(subscriber, url, { link: /^Choose Pro/, email: SUBSCRIBER, provider: "Sandbox" });
    await payInTheSandbox(subscriber);
    await see(subscriber, "Thank you, it is paid");
    await signInByMail(subscriber, journey.page(), { url, email: SUBSCRIBER });
    await journey.house().cairn("clock", "advance", "P10D");

    await subscriber.goto(`${url}/account`);
    await subscriber.getByRole("link", { name: /^Change or cancel/ }).click();
    await subscriber.getByLabel(/^Business.*a month/).check();
    await assertAccessible(subscriber);
    await subscriber.getByRole("button", { name: "Show what it comes to" }).click();
    await subscriber.getByRole("heading", { name: "What the change comes to" }).waitFor();
    await assertAccessible(subscriber);
    const shown = (await subscriber.locator("tfoot td").first().textContent()) ?? "";
    await subscriber.getByRole("button", { name: "Change it now" }).click();
    await subscriber.waitForURL(/invoices\/.*notice=changed/);
    assert.equal(await subscriber.locator("tfoot td").first().textContent(), shown);

    await subscriber.getByRole("button", { name: "Pay by Sandbox" }).click();
    await payInTheSandbox(subscriber);
    await subscriber.waitForURL(/notice=paid/);
    const [latest] = await invoicesOf(subscriber);
    assert.equal(latest!.openMinor, 0);
    assert.equal(`€${(latest!.totalMinor / 100).toFixed(2)}`, shown);
    await show(subscriber, "/account");
    await see(subscriber, "Business");
  });

  async function payInTheSandbox(page: Page) {
    await page.waitForURL(/sandbox\/payments/);
    await assertAccessible(page);
    await page.getByRole("button", { name: "Pay", exact: true }).click();
    await page.waitForURL(/thanks|account/);
  }
});
