import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "#kernel/db/sql.ts";
import { saveFile } from "#kernel/files/save-file.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const UNREACHABLE = "smtp://127.0.0.1:1";

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function mailIn(house: TestApp, subject: string, to = "ada@example.test"): Promise<string> {
  const { mailId } = await house.app.services.mail.queue(house.app.database.db, {
    to,
    subject,
    text: `Words of ${subject}`,
    kind: "trial",
    idempotencyKey: subject,
  });
  return mailId;
}

describe("the outbox in the console", () => {
  let house: TestApp;
  let ids: string[];
  before(async () => {
    house = await openTestApp();
    ids = [
      await mailIn(house, "One"),
      await mailIn(house, "Two", "bob@example.test"),
      await mailIn(house, "Three"),
    ];
  });
  after(() => house.close());

  it("pages from the newest on", async () => {
    const first = await house.call("platform.list_mail", { limit: 2 });
    assert.deepEqual(
      first.items.map((mail) => mail.subject),
      ["Three", "Two"],
    );
    const second = await house.call("platform.list_mail", {
      limit: 2,
      cursor: first.nextCursor ?? undefined,
    });
    assert.deepEqual([second.items.map((mail) => mail.mailId), second.nextCursor], [[ids[0]], null]);
  });

  it("finds by address, subject and status", async () => {
    const found = await house.call("platform.list_mail", { text: "BOB", status: "held" });
    assert.deepEqual(
      found.items.map((mail) => mail.subject),
      ["Two"],
    );
    assert.equal((await house.call("platform.list_mail", { status: "sent" })).items.length, 0);
  });

  it("lists the files that go with a mail, in their order, and those that are gone since", async () => {
    const { db } = house.app.database;
    const file = (name: string) =>
      saveFile(db, house.app.services.files, {
        content: once(`bytes of ${name}`),
        name,
        mediaType: "application/pdf",
        maxBytes: 1000,
        now: house.clock.now(),
        createdBy: null,
      });
    const [second, first, gone] = [await file("second.pdf"), await file("first.pdf"), await file("gone.pdf")];
    const { mailId } = await house.app.services.mail.queue(db, {
      to: "ada@example.test",
      subject: "With files",
      text: "See the files",
      kind: "trial",
      idempotencyKey: "With files",
      attachments: [first.fileId, gone.fileId, second.fileId],
    });
    await db.execute(sql`DELETE FROM kernel.file WHERE id = ${gone.fileId}`);
    const mail = await house.call("platform.get_mail", { mailId });
    assert.equal(mail.attachmentCount, 3);
    assert.deepEqual(
      mail.attachments.map(({ fileId, name, bytes }) => [fileId, name, bytes]),
      [
        [first.fileId, "first.pdf", 18],
        [gone.fileId, "Removed", null],
        [second.fileId, "second.pdf", 19],
      ],
    );
  });

  it("shows the words to owner and admin alone", async () => {
    assert.equal((await house.call("platform.get_mail", { mailId: ids[0]! }, "admin")).text, "Words of One");
    for (const role of ["editor", "support", "finance", "viewer"] as const)
      await assert.rejects(house.call("platform.get_mail", { mailId: ids[0]! }, role), { kind: "forbidden" });
  });

  it("keeps links that let a person in from everybody but owners", async () => {
    const { mailId } = await house.app.services.mail.queue(house.app.database.db, {
      to: "owner@example.test",
      subject: "Your link",
      text: "https://example.test/key",
      kind: "password_reset",
      idempotencyKey: "key",
    });
    assert.doesNotMatch((await house.call("platform.get_mail", { mailId }, "admin")).text, /key$/);
    assert.match((await house.call("platform.get_mail", { mailId }, "owner")).text, /key$/);
    const owner = house.person("owner");
    assert.ok(owner.kind === "person");
    const token = { ...owner, kind: "token", tokenId: owner.personId, scopes: ["*"], agent: true } as const;
    assert.doesNotMatch((await house.call("platform.get_mail", { mailId }, token)).text, /key$/);
    await house.app.database.db.execute(sql`DELETE FROM kernel.mail WHERE id = ${mailId}`);
  });

  it("says that nothing can be sent while no mail server is set", async () => {
    await assert.rejects(house.call("platform.resend_mail", { mailId: ids[0]! }), {
      code: "platform.mail_not_configured",
    });
  });
});

describe("platform.resend_mail", () => {
  it("queues a failed mail once, however many ask", async () => {
    const house = await openTestApp({ env: { CAIRN_SMTP_URL: UNREACHABLE } });
    const mailId = await mailIn(house, "Late");
    for (let attempt = 1; attempt <= 8; attempt++) await house.runJob("platform.send_mail", { mailId });
    assert.equal((await house.call("platform.get_mail", { mailId })).status, "failed");
    const asked = await Promise.allSettled(
      Array.from({ length: 5 }, () => house.call("platform.resend_mail", { mailId })),
    );
    assert.equal(asked.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal((await house.call("platform.get_mail", { mailId })).status, "queued");
    await house.close();
  });
});
