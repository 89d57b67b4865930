import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { systemActor } from "#kernel/actor.ts";
import { addPerson } from "#kernel/auth/people.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { recordEvent } from "#kernel/events/record.ts";
import { newId } from "#kernel/ids.ts";
import { defineModule } from "#kernel/module.ts";
import { commandContext } from "#kernel/operation/execute.ts";
import { WebhookDisabled } from "#modules/platform/events.ts";
import { notify } from "#modules/platform/index.ts";
import { platformModule } from "#modules/platform/module.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const trial = defineModule({
  name: "trial",
  title: "Trial",
  permissions: {},
  operations: [],
  notices: [
    { kind: "trial.app", title: "In the console", delivery: "app" },
    { kind: "trial.mail", title: "At once", delivery: "mail" },
    { kind: "trial.digest", title: "In the morning", delivery: "digest" },
  ],
});

const openHouse = (start: string) => openTestApp({ start, modules: [platformModule, trial] });

/** A person who can be told things; `as` is how they call. */
async function addReader(house: TestApp, email: string, zone: string | null = null) {
  const { db } = house.app.database;
  const personId = await addPerson(db, { name: "Ada", email, role: "viewer", now: house.clock.now() });
  await db.execute(sql`UPDATE auth.person SET zone = ${zone} WHERE id = ${personId}`);
  const as: Actor = { kind: "person", personId, role: "viewer" };
  return { personId, as };
}

const tell = (
  house: TestApp,
  personIds: string[],
  kind: string,
  more: { dedupeKey?: string; title?: string } = {},
) =>
  house.app.database.db.transaction((tx) => {
    const origin = { actor: systemActor("trial"), requestId: "r", now: house.clock.now() };
    return notify(commandContext(house.app, tx, origin, undefined), {
      personIds,
      kind,
      title: more.title ?? "Something happened",
      href: "/console/plan",
      dedupeKey: more.dedupeKey ?? newId(),
    });
  });

const mailsTo = (house: TestApp, personId: string) =>
  rows<{ subject: string; kind: string; text: string }>(
    house.app.database.db,
    sql`SELECT subject, kind, text FROM kernel.mail WHERE person_id = ${personId} ORDER BY id`,
  );

describe("notices", () => {
  let house: TestApp;
  before(async () => {
    house = await openHouse("2027-01-04T09:00:00Z");
  });
  after(() => house.close());

  it("reach a person once, however often they are told", async () => {
    const { personId, as } = await addReader(house, "once@example.test");
    const told = await Promise.all(
      Array.from({ length: 5 }, () => tell(house, [personId, personId], "trial.mail", { dedupeKey: "same" })),
    );
    assert.equal(
      told.reduce((sum, count) => sum + count),
      1,
    );
    assert.equal((await house.call("platform.list_notifications", {}, as)).items.length, 1);
    const [mail, ...others] = await mailsTo(house, personId);
    assert.deepEqual([mail?.subject, mail?.kind, others], ["Something happened", "trial.mail", []]);
    assert.match(mail?.text ?? "", /\/console\/plan/);
  });

  it("come as each person chose", async () => {
    const chosen = await addReader(house, "chosen@example.test");
    const silent = await addReader(house, "silent@example.test");
    const choose = (as: Actor, delivery: "app" | "off") =>
      house.call("platform.update_preferences", { deliveries: { "trial.mail": delivery } }, as);
    await choose(chosen.as, "app");
    await choose(silent.as, "off");
    assert.equal(await tell(house, [chosen.personId, silent.personId], "trial.mail"), 1);
    assert.deepEqual(await mailsTo(house, chosen.personId), []);
    assert.equal((await house.call("platform.count_unread", {}, chosen.as)).unread, 1);
    assert.equal((await house.call("platform.count_unread", {}, silent.as)).unread, 0);
    const { items } = await house.call("platform.get_preferences", {}, silent.as);
    const choice = items.find(({ kind }) => kind === "trial.mail");
    assert.deepEqual([choice?.delivery, choice?.isDefault], ["off", false]);
    await assert.rejects(
      house.call("platform.update_preferences", { deliveries: { "nobody.knows": "app" } }, silent.as),
      { code: "platform.notice_unknown" },
    );
  });

  it("are a person's own to see and to mark", async () => {
    const mine = await addReader(house, "mine@example.test");
    const other = await addReader(house, "other@example.test");
    for (let count = 0; count < 3; count++) await tell(house, [mine.personId], "trial.app");
    const { items } = await house.call("platform.list_notifications", { limit: 2 }, mine.as);
    const notificationIds = items.map(({ notificationId }) => notificationId);
    assert.equal((await house.call("platform.mark_read", { notificationIds }, other.as)).marked, 0);
    assert.equal((await house.call("platform.mark_read", { notificationIds }, mine.as)).marked, 2);
    assert.equal(
      (await house.call("platform.list_notifications", { unreadOnly: true }, mine.as)).items.length,
      1,
    );
    assert.equal((await house.call("platform.mark_read", {}, mine.as)).marked, 1);
  });

  it("are closed to a token that is for other things", async () => {
    const { personId } = await addReader(house, "narrow@example.test");
    const narrow = { kind: "token", tokenId: personId, personId, role: "viewer", agent: false } as const;
    await assert.rejects(
      house.call("platform.list_notifications", {}, { ...narrow, scopes: ["playbook:read"] }),
      { code: "access.forbidden" },
    );
    const whole = { ...narrow, scopes: ["*"] };
    assert.deepEqual((await house.call("platform.list_notifications", {}, whole)).items, []);
  });

  it("lead into the house only", async () => {
    const origin = { actor: systemActor("trial"), requestId: "r", now: house.clock.now() };
    for (const href of ["https://evil.test/", "//evil.test/", "/\\evil.test", "console"])
      await assert.rejects(
        house.app.database.db.transaction((tx) =>
          notify(commandContext(house.app, tx, origin, undefined), {
            personIds: [newId()],
            kind: "trial.app",
            title: "x",
            href,
            dedupeKey: href,
          }),
        ),
        /path of the house/,
      );
  });

  it("tell owners when a webhook is switched off", async () => {
    const { db } = house.app.database;
    const ownerId = await addPerson(db, {
      name: "Olga",
      email: "owner@example.test",
      role: "owner",
      now: house.clock.now(),
    });
    const origin = { actor: systemActor("trial"), now: house.clock.now(), requestId: "r" };
    await recordEvent(db, WebhookDisabled, { endpointId: newId(), reason: "It failed." }, origin);
    await house.drain();
    await house.drain();
    const subjects = (await mailsTo(house, ownerId)).map(({ subject }) => subject);
    assert.deepEqual(subjects, ["A webhook was switched off"]);
  });
});

describe("the daily digest", () => {
  let house: TestApp;
  before(async () => {
    house = await openHouse("2027-03-27T20:00:00Z");
  });
  after(() => house.close());
  const run = () => house.runJob("platform.send_digests");
  const digests = async (personId: string) =>
    (await mailsTo(house, personId)).filter(({ kind }) => kind === "platform.digest");
  const at = (text: string) => house.clock.set(Temporal.Instant.from(text));

  it("comes once in the morning of the person's zone, also on the day the clocks change, from many workers", async () => {
    at("2027-03-27T20:00:00Z");
    const { personId } = await addReader(house, "madrid@example.test", "Europe/Madrid");
    await tell(house, [personId], "trial.digest", { title: "First" });
    await tell(house, [personId], "trial.digest", { title: "Second" });
    await run();
    assert.deepEqual(await digests(personId), []);
    at("2027-03-28T04:59:00Z");
    await run();
    assert.deepEqual(await digests(personId), []);
    at("2027-03-28T05:00:00Z");
    await Promise.all([run(), run(), run()]);
    await run();
    const [mail, ...others] = await digests(personId);
    assert.deepEqual([mail?.subject, others], ["2 notices from Your company", []]);
    assert.ok(mail!.text.indexOf("First") < mail!.text.indexOf("Second"));
  });

  it("keeps what comes during the day for the next morning", async () => {
    at("2027-03-28T10:00:00Z");
    const { personId } = await addReader(house, "tokyo@example.test", "Asia/Tokyo");
    await tell(house, [personId], "trial.digest");
    for (let hour = 10; hour < 22; hour++) {
      at(`2027-03-28T${hour}:00:00Z`);
      await run();
    }
    assert.deepEqual(await digests(personId), []);
    at("2027-03-28T22:00:00Z");
    await run();
    assert.equal((await digests(personId)).length, 1);
    for (const later of ["2027-03-29T22:00:00Z", "2027-03-30T22:00:00Z"]) {
      at(later);
      await run();
    }
    assert.equal((await digests(personId)).length, 1);
  });

  it("says nothing of what was read, nor to who may not sign in any more", async () => {
    at("2027-04-01T10:00:00Z");
    const reader = await addReader(house, "reader@example.test");
    const gone = await addReader(house, "gone@example.test");
    await tell(house, [reader.personId, gone.personId], "trial.digest");
    await house.call("platform.mark_read", {}, reader.as);
    await house.app.database.db.execute(
      sql`UPDATE auth.person SET disabled_at = now() WHERE id = ${gone.personId}`,
    );
    at("2027-04-02T10:00:00Z");
    await run();
    assert.deepEqual([await digests(reader.personId), await digests(gone.personId)], [[], []]);
  });
});
