import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { after, before, beforeEach, describe, it } from "node:test";
import { assert as assertLaw, asyncProperty, constantFrom, string } from "fast-check";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { saveFile } from "#kernel/files/save-file.ts";
import { newId } from "#kernel/ids.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { Mail } from "#kernel/mail/message.ts";
import { waitAfter } from "#kernel/mail/retry.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

type Answer = { code: number } | "accept" | "hang up after data";

/** A real SMTP server on loopback that answers as told. */
async function openReceiver() {
  const received: ParsedMail[] = [];
  const sockets = new Set<Socket>();
  const receiver = { received, answer: "accept" as Answer, attempts: 0, url: "", close: async () => {} };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => {
      receiver.attempts += 1;
      simpleParser(stream).then((mail) => {
        if (receiver.answer === "hang up after data") {
          received.push(mail);
          for (const socket of sockets) socket.destroy();
          return;
        }
        if (receiver.answer !== "accept")
          return done(Object.assign(new Error("Not now"), { responseCode: receiver.answer.code }));
        received.push(mail);
        done();
      }, done);
    },
  });
  server.on("error", () => {});
  server.server.on("connection", (socket) => sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  receiver.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  receiver.close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return receiver;
}

let keys = 0;
const letter = (more: Partial<Mail> = {}): Mail => ({
  to: "ada@example.test",
  subject: "Hello",
  text: "Text",
  kind: "trial",
  idempotencyKey: `key-${++keys}`,
  ...more,
});

const statusOf = (house: TestApp, mailId: string) =>
  firstRow<{ status: string; attempts: number; error: string | null; sent_at: string | null }>(
    house.app.database.db,
    sql`SELECT status, attempts, error, sent_at FROM kernel.mail WHERE id = ${mailId}`,
  );

const store = (house: TestApp, name: string, content: Buffer) =>
  saveFile(house.app.database.db, house.app.services.files, {
    content: (async function* () {
      yield content;
    })(),
    name,
    mediaType: "application/octet-stream",
    maxBytes: 20_000_000,
    now: house.clock.now(),
    createdBy: null,
  });

const queue = (house: TestApp, mail: Mail) =>
  house.app.database.db.transaction((tx) => house.app.services.mail.queue(tx, mail));

describe("mail without a mail server", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  it("holds what it cannot send, and enqueues nothing", async () => {
    const { mailId, status } = await queue(house, letter());
    assert.equal(status, "held");
    assert.equal((await statusOf(house, mailId))?.status, "held");
    assert.deepEqual(
      await rows(house.app.database.db, sql`SELECT id FROM pgboss.job WHERE name = 'platform.send_mail'`),
      [],
    );
  });

  it("queues the same key once, ten at once", async () => {
    const mail = letter();
    const answers = await Promise.all(Array.from({ length: 10 }, () => queue(house, mail)));
    assert.equal(new Set(answers.map((answer) => answer.mailId)).size, 1);
    assert.equal(answers.filter((answer) => answer.status === "held").length, 1);
  });

  it("keeps no mail of a transaction that failed", async () => {
    const mail = letter();
    await assert.rejects(
      house.app.database.db.transaction(async (tx) => {
        await house.app.services.mail.queue(tx, mail);
        throw new Error("no");
      }),
    );
    const kept = sql`SELECT id FROM kernel.mail WHERE idempotency_key = ${mail.idempotencyKey}`;
    assert.equal(await firstRow(house.app.database.db, kept), undefined);
  });

  for (const to of ["a@b.c, d@e.f", "a@b.c\r\nBcc: x@y.z", "<a@b.c>", "nobody", "a b@c.d"])
    it(`refuses the address ${JSON.stringify(to)}`, async () => {
      await assert.rejects(queue(house, letter({ to })), { code: "mail.invalid" });
    });

  it("refuses files that are not there, and more of them than a mail can carry", async () => {
    await assert.rejects(queue(house, letter({ attachments: [newId()] })), { code: "files.not_found" });
    const { fileId } = await store(house, "large.bin", Buffer.alloc(6_000_000, 1));
    assert.equal((await queue(house, letter({ attachments: [fileId] }))).status, "held");
    await assert.rejects(queue(house, letter({ attachments: [fileId, fileId] })), {
      code: "mail.attachments_too_large",
    });
  });

  it("refuses headers that say who, whom or what", async () => {
    for (const name of ["Bcc", "from", "Content-Type", "X:Y", "X\r\nBcc"])
      await assert.rejects(queue(house, letter({ headers: { [name]: "x" } })), { code: "mail.invalid" });
  });
});

describe("mail in sandbox mode", () => {
  it("lets nothing leave", async () => {
    const receiver = await openReceiver();
    const house = await openTestApp({ env: { CAIRN_SANDBOX: "1", CAIRN_SMTP_URL: receiver.url } });
    const { mailId, status } = await queue(house, letter());
    assert.equal(status, "held");
    await house.runJob("platform.send_mail", { mailId });
    assert.equal(receiver.attempts, 0);
    await house.close();
    await receiver.close();
  });
});

describe("mail with a mail server", () => {
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  let house: TestApp;
  before(async () => {
    receiver = await openReceiver();
    house = await openTestApp({
      env: { CAIRN_SMTP_URL: receiver.url, CAIRN_MAIL_FROM: "Cairn <house@example.test>" },
    });
  });
  after(async () => {
    await house.close();
    await receiver.close();
  });
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.attempts = 0;
    receiver.answer = "accept";
  });
  const send = (mailId: string) => house.runJob("platform.send_mail", { mailId });

  it("sends text and HTML once, however often the job runs", async () => {
    const { mailId } = await queue(
      house,
      letter({ toName: "Ada Lovelace", html: "<p>Text</p>", headers: { "X-Kind": "trial" } }),
    );
    await send(mailId);
    await send(mailId);
    assert.equal(receiver.received.length, 1);
    const [mail] = receiver.received;
    assert.equal(mail!.subject, "Hello");
    assert.equal(mail!.from?.text, '"Cairn" <house@example.test>');
    assert.equal(mail!.messageId, `<${mailId}@example.test>`);
    assert.equal(mail!.headers.get("x-kind"), "trial");
    assert.equal(mail!.date?.toISOString(), "2027-01-04T09:00:00.000Z");
    assert.deepEqual([mail!.text?.trim(), mail!.html], ["Text", "<p>Text</p>"]);
    assert.equal((await statusOf(house, mailId))?.status, "sent");
  });

  it("sends files along, byte for byte and under their names", async () => {
    const content = Buffer.from("%PDF-1.7\u0000\r\n.\r\nü");
    const { fileId } = await store(house, "Rechnung INV-1 ü.pdf", content);
    const { mailId } = await queue(house, letter({ attachments: [fileId] }));
    await send(mailId);
    const [attachment] = receiver.received[0]!.attachments;
    assert.equal(attachment!.filename, "Rechnung INV-1 ü.pdf");
    assert.equal(attachment!.contentType, "application/pdf");
    assert.ok(attachment!.content.equals(content));
  });

  it("does not send a mail whose file is gone, and says so", async () => {
    const { fileId, sha256 } = await store(house, "gone.txt", Buffer.from("gone soon"));
    const { mailId } = await queue(house, letter({ attachments: [fileId] }));
    await house.app.services.files.remove(sha256);
    await send(mailId);
    assert.equal(receiver.attempts, 0);
    const state = await statusOf(house, mailId);
    assert.deepEqual(
      [state?.status, state?.error],
      ["failed", "A file of this mail is not stored any more."],
    );
  });

  it("lets no text become a header", async () => {
    const nasty = string({
      unit: constantFrom("a", "\r", "\n", "\r\nBcc: x@y.z", "\0", "é", ":", " "),
    });
    await assertLaw(
      asyncProperty(nasty, nasty, nasty, async (toName, subject, header) => {
        receiver.received.length = 0;
        const { mailId } = await queue(
          house,
          letter({ toName, subject: `s${subject}`, headers: { "X-Trial": header } }),
        );
        await send(mailId);
        const [mail] = receiver.received;
        assert.equal(mail!.bcc, undefined);
        assert.equal(mail!.headers.has("bcc"), false);
        assert.equal(mail!.text?.trim(), "Text");
      }),
      { numRuns: 25 },
    );
  });

  it("waits and tries again when the server says not now, and gives up after a day and a half", async () => {
    receiver.answer = { code: 451 };
    const { mailId } = await queue(house, letter());
    await send(mailId);
    const first = await statusOf(house, mailId);
    assert.deepEqual([first?.status, first?.attempts], ["queued", 1]);
    const waiting = await firstRow<{ start: string }>(
      house.app.database.db,
      sql`SELECT start_after AS start FROM pgboss.job WHERE name = 'platform.send_mail'
          AND data->>'mailId' = ${mailId} ORDER BY start_after DESC LIMIT 1`,
    );
    assert.ok(Temporal.Instant.from(waiting!.start).equals(Temporal.Instant.from("2027-01-04T09:01:00Z")));
    for (let attempt = 2; attempt <= 8; attempt++) await send(mailId);
    const last = await statusOf(house, mailId);
    assert.deepEqual([last?.status, last?.attempts], ["failed", 8]);
    assert.match(last?.error ?? "", /Not now/);
  });

  it("does not try again what is refused for good", async () => {
    receiver.answer = { code: 550 };
    const { mailId } = await queue(house, letter());
    await send(mailId);
    assert.equal((await statusOf(house, mailId))?.status, "failed");
  });

  it("says it does not know when the line breaks after the message", async () => {
    receiver.answer = "hang up after data";
    const { mailId } = await queue(house, letter());
    await send(mailId);
    await send(mailId);
    assert.equal(receiver.attempts, 1);
    assert.equal((await statusOf(house, mailId))?.status, "unknown");
  });

  it("never repeats a mail whose sending was killed", async () => {
    const { mailId } = await queue(house, letter());
    await house.app.database.db.execute(
      sql`UPDATE kernel.mail SET status = 'sending', attempts = 1 WHERE id = ${mailId}`,
    );
    await send(mailId);
    assert.equal(receiver.attempts, 0);
    assert.equal((await statusOf(house, mailId))?.status, "unknown");
  });

  it("tries again when nobody answers at all", async () => {
    const gone = await openTestApp({ env: { CAIRN_SMTP_URL: "smtp://127.0.0.1:1" } });
    const { mailId } = await queue(gone, letter());
    await gone.runJob("platform.send_mail", { mailId });
    assert.equal((await statusOf(gone, mailId))?.status, "queued");
    await gone.close();
  });
});

describe("waitAfter", () => {
  it("waits longer each time, and ends", () => {
    assert.equal(waitAfter(1)?.toString(), "PT1M");
    assert.equal(waitAfter(7)?.toString(), "PT24H");
    assert.equal(waitAfter(8), undefined);
  });
});
