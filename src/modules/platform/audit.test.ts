import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("the audit trail in the console", () => {
  let house: TestApp;
  let mailId: string;
  before(async () => {
    house = await openTestApp({ env: { CAIRN_SMTP_URL: "smtp://127.0.0.1:1" } });
    const mail = { to: "a@b.test", subject: "S", text: "T", kind: "trial", idempotencyKey: "k" };
    ({ mailId } = await house.app.services.mail.queue(house.app.database.db, mail));
    for (let attempt = 1; attempt <= 8; attempt++) await house.runJob("platform.send_mail", { mailId });
    await house.call("platform.resend_mail", { mailId });
  });
  after(() => house.close());

  it("finds by thing, operation, actor and time", async () => {
    const filters = [
      { subjectId: mailId },
      { operation: "platform.resend_mail" },
      { actorId: (house.person("owner") as { personId: string }).personId },
      { from: "2027-01-04T10:00:00+01:00", to: "2027-01-04T09:00:01Z" },
    ];
    for (const filter of filters) {
      const { items } = await house.call("platform.list_audit", filter);
      assert.deepEqual(
        items.map((entry) => [entry.operation, entry.subjects.mailId, entry.position]),
        [["platform.resend_mail", mailId, null]],
      );
    }
    for (const filter of [{ to: "2027-01-04T09:00:00Z" }, { operation: "x" }, { actorId: "x" }])
      assert.deepEqual((await house.call("platform.list_audit", filter)).items, []);
  });

  it("is sealed by the job, checked by a query, exported as CSV", async () => {
    await house.runJob("platform.seal_audit");
    const verdict = await house.call("platform.verify_audit", {});
    assert.deepEqual([verdict.ok, verdict.entries], [true, 1]);
    const { csv, complete } = await house.call("platform.export_audit", {});
    assert.equal(complete, true);
    const [head, line] = csv.split("\r\n");
    assert.match(head ?? "", /^seq,at,actorKind,/);
    assert.ok(line?.includes(`mailId=${mailId}`));
  });

  it("is for owner and admin alone", async () => {
    await house.call("platform.list_audit", {}, "admin");
    for (const role of ["editor", "support", "finance", "viewer"] as const) {
      await assert.rejects(house.call("platform.list_audit", {}, role), { kind: "forbidden" });
      await assert.rejects(house.call("platform.export_audit", {}, role), { kind: "forbidden" });
    }
  });
});
