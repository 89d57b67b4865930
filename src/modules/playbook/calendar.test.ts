import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { calendarData } from "#modules/playbook/personal-data/calendar.ts";
import { writeCalendar } from "#modules/playbook/queries/write-calendar.ts";
import { personId } from "#test/factories/people.ts";
import type { PlanHouse } from "#test/factories/plan-house.ts";
import { openWholePlanHouse } from "#test/factories/whole-plan-house.ts";
import { readCalendar } from "#test/read-calendar.ts";

let at: PlanHouse;
before(async () => {
  at = await openWholePlanHouse({ deliverables: ["Website", "Press list", "Terms"] });
});
after(() => at.house.close());

const create = (role: "support" | "viewer" | "finance" = "support") =>
  at.call<{ secret: string; url: string }>("playbook.create_calendar_feed", {}, role);
const read = async (secret: string) => {
  const actor = { kind: "anonymous" } as const;
  const { ics } = (await at.house.app.call("playbook.get_calendar_feed", { secret }, { actor })) as {
    ics: string;
  };
  return ics;
};
const gone = { kind: "not_found", code: "playbook.calendar_not_found" };
const frame = { name: "Stones; or, pebbles", zone: "Europe/Madrid", baseUrl: "https://cairn.example" };

const ids = (ics: string) =>
  readCalendar(ics)
    .events.map(({ UID }) => UID)
    .toSorted();

describe("the calendar", () => {
  it("holds gates, work packages, and what its owner has to deliver and do", async () => {
    const { planId, phaseId, deliverables } = at.plan;
    const me = personId(at.house, "support");
    await at.db.execute(
      sql`INSERT INTO playbook.gate (id, plan_id, phase_id, due_on) VALUES (${newId()}, ${planId}, ${phaseId}, '2027-06-30')`,
    );
    for (const nodeId of deliverables.slice(0, 2))
      await at.call("playbook.assign_node", { nodeId, ownerId: me });
    await at.call("playbook.add_evidence", {
      deliverableIds: [deliverables[1]],
      kind: "link",
      url: "https://example.com",
    });
    const given = { assigneeId: me, dueOn: "2027-01-20" };
    await at.call("playbook.assign_action", { text: "Call; the printer, twice", ...given });
    await at.call("playbook.assign_action", { text: "Undated", assigneeId: me });
    await at.call("playbook.assign_action", { text: "Somebody else's", dueOn: "2027-01-20" });
    const { secret } = await create();
    const { events } = readCalendar(await read(secret));
    assert.deepEqual(events.map(({ SUMMARY, DTSTART, DTEND }) => [SUMMARY, DTSTART, DTEND]).toSorted(), [
      ["Due: Website", "20270115", "20270116"],
      ["Gate at the end of Foundation", "20270630", "20270701"],
      ["Public presence", "20270104", "20270116"],
      ["To do: Call; the printer, twice", "20270120", "20270121"],
    ]);
  });

  it("keeps the identity of what moves, and is the same bytes while nothing does", async () => {
    const { secret } = await create();
    const earlier = await read(secret);
    at.house.clock.advance({ hours: 5 });
    assert.equal(await read(secret), earlier);
    const [deliverableId] = at.plan.deliverables;
    await at.call("playbook.set_due", { deliverableId, dueOn: "2027-02-01", reason: "Later" });
    const moved = await read(secret);
    assert.notEqual(moved, earlier);
    assert.deepEqual(ids(moved), ids(earlier));
  });
});

describe("the link", () => {
  it("is shown once, kept as a hash, and ends when it is made anew or revoked", async () => {
    const first = await create("viewer");
    const second = await create("viewer");
    assert.match(second.url, /^https?:\/\/.+\/calendar\/[\w-]{43}\.ics$/);
    assert.ok(second.url.includes(second.secret));
    await assert.rejects(read(first.secret), gone);
    await read(second.secret);
    const stored = await rows<{ row: string }>(
      at.db,
      sql`SELECT to_jsonb(f)::text AS row FROM playbook.calendar_feed f UNION ALL
          SELECT to_jsonb(e)::text FROM kernel.event e UNION ALL SELECT to_jsonb(a)::text FROM kernel.audit_entry a`,
    );
    assert.ok(stored.every(({ row }) => !row.includes(second.secret)));
    const mine = () => at.call<{ feed: object | null }>("playbook.find_my_calendar_feed", {}, "viewer");
    assert.notEqual((await mine()).feed, null);
    assert.deepEqual(await at.call("playbook.revoke_calendar_feed", {}, "viewer"), { revoked: true });
    assert.deepEqual(await at.call("playbook.revoke_calendar_feed", {}, "viewer"), { revoked: false });
    await assert.rejects(read(second.secret), gone);
    assert.equal((await mine()).feed, null);
    await assert.rejects(read("never heard of this secret"), gone);
  });

  it("is one when two are made at once", async () => {
    const made = await Promise.all([create("finance"), create("finance"), create("finance")]);
    const tries = await Promise.allSettled(made.map(({ secret }) => read(secret)));
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
  });

  it("ends with the person's place here", async () => {
    const { secret } = await create();
    const me = personId(at.house, "support");
    await at.db.execute(sql`UPDATE auth.person SET disabled_at = '2027-01-04T00:00:00Z' WHERE id = ${me}`);
    await assert.rejects(read(secret), gone);
    await at.db.execute(sql`UPDATE auth.person SET disabled_at = NULL WHERE id = ${me}`);
    await read(secret);
    assert.equal((await calendarData.export(at.db, me)).length, 1);
    await calendarData.erase(at.db, me);
    await assert.rejects(read(secret), gone);
  });
});

describe("the file", () => {
  const entry = {
    kind: "gate",
    id: "1",
    startsOn: "2027-03-28",
    endsOn: "2027-03-29",
    changedAt: "2027-01-04T09:00:00Z",
  } as const;

  it("says once what is required of a calendar, whatever it is called", () => {
    const { head } = readCalendar(writeCalendar([{ ...entry, title: "Gate" }], frame));
    assert.equal(head.VERSION, "2.0");
    assert.equal(head.NAME, frame.name);
    assert.match(head.PRODID ?? "", /^-\/\/Cairn/);
  });

  it("is an empty calendar when there is nothing in it", () => {
    assert.deepEqual(readCalendar(writeCalendar([], frame)).events, []);
  });

  it("gives every title back, folded and escaped as the standard says", () => {
    const title = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 200 })
      .map((text) => `T${text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")}T`);
    fc.assert(
      fc.property(fc.array(title, { maxLength: 5 }), (titles) => {
        const entries = titles.map((text, index) => ({ ...entry, id: String(index), title: text }));
        const { events } = readCalendar(writeCalendar(entries, frame));
        assert.deepEqual(
          events.map(({ SUMMARY }) => SUMMARY),
          titles,
        );
      }),
    );
  });

  it("lets no title end its line and begin another", () => {
    const title = "Gate\r\nATTENDEE:mailto:x@example.com\nEND:VEVENT\u0007";
    const { events } = readCalendar(writeCalendar([{ ...entry, title }], frame));
    assert.equal(events.length, 1);
    assert.deepEqual(events[0]?.SUMMARY, "Gate ATTENDEE:mailto:x@example.com END:VEVENT");
  });
});
