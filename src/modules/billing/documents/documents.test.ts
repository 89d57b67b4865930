import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { XMLParser } from "fast-xml-parser";
import { Hono } from "hono";
import type { Actor } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { fileRoutes } from "#kernel/files/file-routes.ts";
import type { Env } from "#kernel/http/env.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import { writeSetting } from "#kernel/settings.ts";
import { keepFile } from "#modules/billing/documents/keep-file.ts";
import { SELLER } from "#test/factories/invoices.ts";
import { buy, openShop, pay, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";
import { readPdf } from "#test/read-pdf.ts";

const GERMAN = {
  email: "jana@example.com",
  name: "Jana Großmann",
  country: "DE",
  region: "",
  postcode: "80331",
  city: "München",
  line1: "Lindenstraße 5",
};

describe("documents of an invoice", () => {
  let house: TestApp;
  let shop: Shop;
  let bought: Awaited<ReturnType<typeof buy>>;
  let invoiceId: string;
  const db = () => house.app.database.db;
  const customer = (personId: string): Actor => ({ kind: "person", personId, role: null });

  /** Runs what waits in the queues of documents, as a worker does. */
  const work = async () => {
    await house.drain();
    const waiting = await rows<{ id: string; name: string; data: unknown }>(
      db(),
      sql`DELETE FROM pgboss.job WHERE state = 'created' AND name IN
            ('billing.send_invoice_documents', 'billing.make_receipt', 'billing.confirm_payment', 'billing.confirm_refund')
          RETURNING id, name, data`,
    );
    for (const { name, data } of waiting) await house.runJob(name, data);
  };
  const mails = (kind: string) =>
    rows<{ to: string; subject: string; text: string; attachments: string[] }>(
      db(),
      sql`SELECT to_address AS to, subject, text, to_jsonb(attachments) AS attachments FROM kernel.mail
          WHERE kind = ${kind} ORDER BY created_at, id`,
    );
  const bytes = async (sha256: string) => buffer(await house.app.services.files.read(sha256));

  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
    await db().transaction((tx) =>
      writeSetting(tx, "billing.seller", SELLER, { now: house.clock.now(), personId: null }),
    );
    await db().transaction((tx) =>
      writeSetting(tx, "billing.brand", { name: "Northwind" }, { now: house.clock.now(), personId: null }),
    );
    bought = await buy(house, shop["test-course"]!.priceIds.euro!, { buyer: GERMAN });
    invoiceId = bought.invoiceId!;
  });
  after(() => house.close());

  it("are being made until they are made", async () => {
    await assert.rejects(house.call("billing.get_invoice_pdf", { invoiceId }), {
      code: "billing.document_preparing",
    });
  });

  it("are made once at issue: a PDF that holds the e-invoice, and both syntaxes beside it", async () => {
    await work();
    const { files, missing } = await house.call("billing.list_invoice_files", { invoiceId });
    assert.deepEqual(missing, []);
    assert.deepEqual(
      files.map(({ kind, mediaType }) => [kind, mediaType]),
      [
        ["pdf", "application/pdf"],
        ["ubl", "application/xml"],
        ["cii", "application/xml"],
      ],
    );
    const pdf = readPdf(await bytes(files[0]!.sha256));
    assert.match(pdf.xmp, /<fx:ConformanceLevel>EN 16931</);
    assert.match(pdf.xmp, /<pdfaid:part>3</);
    const inside = Buffer.from(pdf.attached.get("factur-x.xml") ?? []);
    assert.ok(inside.equals(await bytes(files[2]!.sha256)));
    const { xml } = await house.call("billing.get_invoice_xml", { invoiceId, syntax: "ubl" });
    const { Invoice } = new XMLParser({ removeNSPrefix: true, parseTagValue: false }).parse(xml);
    const { fullNumber, totalMinor } = await house.call("billing.get_invoice", { invoiceId });
    assert.equal(Invoice.ID, fullNumber);
    assert.equal(Invoice.LegalMonetaryTotal.PayableAmount, (totalMinor / 100).toFixed(2));
  });

  it("say in print what the invoice says", async () => {
    const { sha256, name } = await house.call("billing.get_invoice_pdf", { invoiceId });
    const invoice = await house.call("billing.get_invoice", { invoiceId });
    assert.equal(name, `${invoice.fullNumber}.pdf`);
    const text = readPdf(await bytes(sha256)).pages.join("\n");
    for (const words of [invoice.fullNumber, "Jana Großmann", "München", "Northwind", "€1,190.00"])
      assert.ok(text.includes(words), words);
  });

  it("are mailed to the customer, once however often the work is done", async () => {
    await house.runJob("billing.send_invoice_documents", { invoiceId });
    const [mail, ...more] = await mails("billing.invoice");
    assert.equal(more.length, 0);
    assert.equal(mail!.to, "jana@example.com");
    assert.match(mail!.subject, /^Invoice INV-000001 from Northwind Academy: €1,190\.00 by /);
    assert.match(mail!.text, /IBAN: DE89\s3704/);
    const { fileId } = await house.call("billing.get_invoice_pdf", { invoiceId });
    assert.deepEqual(mail!.attachments, [fileId]);
  });

  it("are kept once, whoever makes them at the same time", async () => {
    const { invoiceId: other, accountId } = await buy(house, shop["test-starter"]!.priceIds.euro!, {
      buyer: { ...GERMAN, email: "max@example.com" },
    });
    const cabinet = { db: db(), files: house.app.services.files, now: house.clock.now() };
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        keepFile(cabinet, {
          invoiceId: other!,
          accountId,
          kind: "ubl",
          name: "race.xml",
          content: Buffer.from(`<a>${at}</a>`),
        }),
      ),
    );
    const left = await rows<{ id: string }>(db(), sql`SELECT id FROM kernel.file WHERE name = 'race.xml'`);
    const { files } = await house.call("billing.list_invoice_files", { invoiceId: other! });
    assert.deepEqual(
      files.map(({ fileId }) => fileId),
      left.map(({ id }) => id),
    );
    assert.equal(files.length, 1);
    // What was kept first stays; the rest is made beside it when somebody asks again.
    const [kept] = files;
    await house.call("billing.prepare_invoice_files", { invoiceId: other! });
    await work();
    const all = await house.call("billing.list_invoice_files", { invoiceId: other! });
    assert.deepEqual(
      all.files.map(({ kind }) => kind),
      ["pdf", "ubl", "cii"],
    );
    assert.equal(all.files[1]!.sha256, kept!.sha256);
  });

  it("are the customer's own and nobody else's", async () => {
    const mine = customer(bought.personId);
    const file = await house.call("billing.get_my_invoice_pdf", { invoiceId }, mine);
    assert.equal(file.href, `/files/${file.fileId}`);
    const { xml } = await house.call("billing.get_my_invoice_xml", { invoiceId, syntax: "cii" }, mine);
    assert.match(xml, /CrossIndustryInvoice/);
    const stranger = customer(newId());
    for (const name of [
      "billing.get_my_invoice_pdf",
      "billing.get_my_invoice_xml",
      "billing.list_my_invoice_files",
    ] as const)
      await assert.rejects(house.call(name, { invoiceId }, stranger), { code: "billing.invoice_unknown" });
  });

  /** What a browser or a program gets that asks for the file itself. */
  const download = async (fileId: string, actor: Actor) => {
    const web = new Hono<Env>();
    fileRoutes(web, { runtime: house.app, clock: house.clock, actorOf: async () => actor });
    return web.request(`http://house.test/files/${fileId}`);
  };

  it("are downloaded by the customer and by staff, and refused to everybody else", async () => {
    const { fileId, sha256, name } = await house.call("billing.get_invoice_pdf", { invoiceId });
    for (const actor of [customer(bought.personId), house.person("support")]) {
      const response = await download(fileId, actor);
      assert.equal(response.status, 200);
      assert.equal(sha256Hex(new Uint8Array(await response.arrayBuffer())), sha256);
      assert.match(response.headers.get("content-disposition") ?? "", new RegExp(`filename="${name}"`));
    }
    const token = {
      kind: "token",
      tokenId: newId(),
      personId: bought.personId,
      role: null,
      agent: false,
    } as const;
    assert.equal((await download(fileId, { ...token, scopes: ["*"] })).status, 200);
    assert.equal((await download(fileId, { ...token, scopes: ["billing:read"] })).status, 403);
    assert.equal((await download(fileId, customer(newId()))).status, 403);
    assert.equal((await download(fileId, { kind: "anonymous" })).status, 401);
  });

  it("are not for members who do not see the bills", async () => {
    await db().execute(
      sql`UPDATE people.membership SET role = 'member' WHERE account_id = ${bought.accountId} AND person_id = ${bought.personId}`,
    );
    await assert.rejects(house.call("billing.get_my_invoice_pdf", { invoiceId }, customer(bought.personId)), {
      code: "access.forbidden",
    });
    const { fileId } = await house.call("billing.get_invoice_pdf", { invoiceId });
    assert.equal((await download(fileId, customer(bought.personId))).status, 403);
    await db().execute(
      sql`UPDATE people.membership SET role = 'owner' WHERE account_id = ${bought.accountId} AND person_id = ${bought.personId}`,
    );
  });

  it("have a receipt once all is paid, mailed with what the payment did", async () => {
    await assert.rejects(house.call("billing.get_invoice_pdf", { invoiceId, of: "receipt" }), {
      code: "billing.invoice_not_paid",
    });
    await pay(house, invoiceId, 19_000);
    await work();
    await pay(house, invoiceId);
    await work();
    const [part, rest] = await mails("billing.payment");
    assert.match(part!.text, /INV-000001: €190\.00, €1,000\.00 left to pay by/);
    assert.deepEqual(part!.attachments, []);
    assert.match(rest!.text, /INV-000001: €1,000\.00, paid in full/);
    const receipt = await house.call("billing.get_invoice_pdf", { invoiceId, of: "receipt" });
    assert.deepEqual(rest!.attachments, [receipt.fileId]);
    const text = readPdf(await bytes(receipt.sha256)).pages.join("\n");
    for (const words of ["Receipt", "€1,190.00 paid on", "€190.00", "€1,000.00", "€0.00"])
      assert.ok(text.includes(words), words);
  });

  it("have a credit note and a word on the refund", async () => {
    const refunded = await house.call("billing.refund_invoice", { invoiceId, reason: "Changed my mind" });
    for (const refundId of refunded.refundIds) await house.call("billing.confirm_refund", { refundId });
    await work();
    const { fileId, sha256 } = await house.call("billing.get_invoice_pdf", {
      invoiceId: refunded.creditNoteId,
    });
    const text = readPdf(await bytes(sha256)).pages.join("\n");
    for (const words of ["Credit note", refunded.creditNoteNumber, "INV-000001 of", "Changed my mind"])
      assert.ok(text.includes(words), words);
    const { xml } = await house.call("billing.get_invoice_xml", { invoiceId: refunded.creditNoteId });
    assert.match(xml, /<cbc:ID>INV-000001<\/cbc:ID>/);
    const [credit] = await mails("billing.credit_note");
    assert.deepEqual(credit!.attachments, [fileId]);
    assert.match(credit!.subject, /^Credit note CN-000001 for invoice INV-000001$/);
    const back = await mails("billing.refund");
    assert.equal(back.length, refunded.refundIds.length);
    assert.match(back[0]!.subject, /^We paid €[\d,.]+ back to you$/);
  });

  it("cannot be changed or taken away", async () => {
    for (const statement of [
      sql`UPDATE billing.invoice_file SET sha256 = 'x' WHERE invoice_id = ${invoiceId}`,
      sql`DELETE FROM billing.invoice_file WHERE invoice_id = ${invoiceId}`,
    ])
      await assert.rejects(db().execute(statement), (error: { cause?: { code?: string } }) => {
        assert.equal(error.cause?.code, "23001");
        return true;
      });
  });

  it("name the rules an invoice breaks that cannot be an e-invoice, and are a plain PDF then", async () => {
    await db().transaction((tx) =>
      writeSetting(tx, "billing.seller", { name: "Nobody" }, { now: house.clock.now(), personId: null }),
    );
    const { invoiceId: plain } = await buy(house, shop["test-course"]!.priceIds.full!);
    await work();
    const { files, missing } = await house.call("billing.list_invoice_files", { invoiceId: plain! });
    assert.deepEqual(
      files.map(({ kind }) => kind),
      ["pdf"],
    );
    assert.ok(missing.some(({ code }) => code === "BR-09"));
    assert.equal(readPdf(await bytes(files[0]!.sha256)).attached.size, 0);
    await assert.rejects(house.call("billing.get_invoice_xml", { invoiceId: plain! }), {
      code: "billing.no_e_invoice",
    });
  });
});
