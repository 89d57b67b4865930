import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { buy, openShop, pay, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const VIDEO = newId();

describe("learning", () => {
  let house: TestApp;
  let shop: Shop;
  let course: WrittenCourse;
  let buyers = 0;
  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
    course = await writeCourse(house, {
      slug: "test",
      entitlement: "academy.course:test",
      lessons: [
        { slug: "first", isPreview: true, completion: { rule: "read", seconds: 60 } },
        {
          slug: "film",
          completion: { rule: "watch", percent: 90 },
          blocks: [{ id: VIDEO, kind: "video", fileId: newId(), durationMs: 100_000 }],
        },
        { slug: "later", completion: { rule: "confirm" }, opening: { days: 7 } },
      ],
    });
  });
  after(() => house.close());

  const event = (name: string) =>
    rows<{ payload: Record<string, string> }>(
      house.app.database.db,
      sql`SELECT payload FROM kernel.event WHERE name = ${name} ORDER BY seq`,
    );
  const priceId = () => shop["test-course"]!.priceIds.full!;
  const enrolled = async () => {
    buyers += 1;
    const bought = await buy(house, priceId(), { buyer: { email: `student${buyers}@example.com` } });
    await pay(house, bought.invoiceId!);
    await house.drain();
    const student: Actor = { kind: "person", personId: bought.personId, role: null };
    return { ...bought, student };
  };
  const at = () => house.clock.now().toString();
  const report = (lesson: string, given: object) => ({
    reportId: newId(),
    lessonKey: course.lessons[lesson]!,
    at: at(),
    activeMs: 0,
    ...given,
  });

  it("begins when the course is paid, once however often it is told", async () => {
    const { student, personId } = await enrolled();
    const { courses } = await house.call("academy.list_my_courses", {}, student);
    assert.deepEqual(
      courses.map(({ slug, done, total, next }) => [slug, done, total, next?.slug]),
      [["test", 0, 3, "first"]],
    );
    const [paid] = await event("billing.purchase_activated");
    for (let repeat = 0; repeat < 10; repeat += 1)
      await house.app.database.db.execute(
        sql`INSERT INTO kernel.event (id, name, version, payload, occurred_at, request_id)
            SELECT ${newId()}, name, version, payload, occurred_at, request_id FROM kernel.event
            WHERE name = 'billing.purchase_activated' AND payload->>'accountId' = ${paid!.payload.accountId} LIMIT 1`,
      );
    await house.drain();
    const mine = (await event("academy.student_enrolled")).filter(
      ({ payload }) => payload.personId === personId,
    );
    assert.equal(mine.length, 1);
  });

  it("completes by what was really done, and says how far it is", async () => {
    const { student } = await enrolled();
    const lesson = { course: "test", lesson: "first" };
    await house.call("academy.open_lesson", lesson, student);
    // An hour claimed in ten seconds is ten seconds.
    house.clock.advance({ seconds: 10 });
    const claimed = await house.call(
      "academy.record_activity",
      { course: "test", reports: [report("first", { activeMs: 3_600_000 })] },
      student,
    );
    assert.deepEqual(claimed.lessons[0]?.progress, {
      isMet: false,
      rule: "read",
      have: 10,
      need: 60,
      unit: "seconds",
    });
    house.clock.advance({ seconds: 50 });
    const again = report("first", { activeMs: 50_000, position: { scroll: 0.5 } });
    const send = () => house.call("academy.record_activity", { course: "test", reports: [again] }, student);
    const sent = await Promise.all(Array.from({ length: 20 }, send));
    assert.equal(sent.filter(({ counted }) => counted === 1).length, 1);
    const read = await house.call("academy.get_my_lesson", lesson, student);
    assert.equal(read.progress.isMet, true);
    assert.deepEqual(read.position, { scroll: 0.5 });
    assert.equal(read.next?.slug, "film");
  });

  it("does not run faster in twenty windows at once, nor in a lesson that is not open", async () => {
    const { student } = await enrolled();
    await house.call("academy.open_lesson", { course: "test", lesson: "first" }, student);
    house.clock.advance({ seconds: 30 });
    const send = (lesson: string) =>
      house.call(
        "academy.record_activity",
        { course: "test", reports: [report(lesson, { activeMs: 30_000 })] },
        student,
      );
    await Promise.all(Array.from({ length: 20 }, () => send("first")));
    const { progress } = await house.call(
      "academy.get_my_lesson",
      { course: "test", lesson: "first" },
      student,
    );
    assert.equal(progress.have, 30);
    house.clock.advance({ seconds: 30 });
    assert.deepEqual(await send("later"), { counted: 0, lessons: [] });
  });

  it("stands in the learning record store, once a fact", async () => {
    const { student, personId } = await enrolled();
    await house.call("academy.open_lesson", { course: "test", lesson: "first" }, student);
    await house.drain();
    const told = await rows<{ verb: string; object: string }>(
      house.app.database.db,
      sql`SELECT raw::jsonb->'verb'->>'id' AS verb, raw::jsonb->'object'->>'id' AS object
          FROM academy.lrs_statement WHERE person_id = ${personId} ORDER BY sequence`,
    );
    assert.deepEqual(
      told.map(({ verb, object }) => [verb.split("/").at(-1), new URL(object).pathname]),
      [
        ["registered", "/courses/test"],
        ["initialized", "/courses/test/lessons/first"],
      ],
    );
  });

  it("does not take a jump to the end of a recording for watching it", async () => {
    const { student } = await enrolled();
    await house.call("academy.open_lesson", { course: "test", lesson: "film" }, student);
    const watch = (fromMs: number, toMs: number) =>
      house.call(
        "academy.record_activity",
        { course: "test", reports: [report("film", { played: [{ blockId: VIDEO, fromMs, toMs }] })] },
        student,
      );
    house.clock.advance({ seconds: 1 });
    const jumped = await watch(0, 100_000);
    assert.equal(jumped.lessons[0]?.progress.have, 2);
    house.clock.advance({ seconds: 30 });
    await watch(2_000, 60_000);
    house.clock.advance({ seconds: 30 });
    const nearly = await watch(40_000, 80_000);
    assert.deepEqual([nearly.lessons[0]?.progress.have, nearly.lessons[0]?.completedAt], [80, null]);
    house.clock.advance({ seconds: 10 });
    const seen = await watch(80_000, 95_000);
    assert.equal(seen.lessons[0]?.progress.isMet, true);
  });

  it("opens lessons by days, and ends with the last", async () => {
    const { student, personId } = await enrolled();
    const last = { course: "test", lesson: "later" };
    await assert.rejects(house.call("academy.get_my_lesson", last, student), {
      code: "academy.lesson_not_open",
    });
    await assert.rejects(house.call("academy.confirm_lesson", last, student), {
      code: "academy.lesson_not_open",
    });
    house.clock.advance({ days: 7 });
    assert.ok((await house.call("academy.confirm_lesson", last, student)).completedAt);
    await house.call("academy.open_lesson", { course: "test", lesson: "first" }, student);
    house.clock.advance({ seconds: 60 });
    await house.call("academy.confirm_lesson", { course: "test", lesson: "first" }, student);
    house.clock.advance({ seconds: 60 });
    const film = report("film", { played: [{ blockId: VIDEO, fromMs: 0, toMs: 100_000 }] });
    await house.call("academy.record_activity", { course: "test", reports: [film] }, student);
    const ended = (await event("academy.course_completed")).filter(
      ({ payload }) => payload.personId === personId,
    );
    assert.equal(ended.length, 1);
    const { completedAt, done } = await house.call("academy.get_my_course", { course: "test" }, student);
    assert.ok(Temporal.Instant.from(completedAt!).equals(house.clock.now()));
    assert.equal(done, 3);
  });

  it("closes the content when the money goes back, and keeps the record", async () => {
    const { student, invoiceId, accountId } = await enrolled();
    await house.call("academy.open_lesson", { course: "test", lesson: "first" }, student);
    const invoice = await house.call("billing.get_invoice", { invoiceId: invoiceId! });
    await house.call("billing.refund_invoice", {
      invoiceId: invoiceId!,
      reason: "Not what was expected",
      amountMinor: invoice.totalMinor,
    } as never);
    await house.drain();
    const { status } = await house.call("academy.get_my_course", { course: "test" }, student);
    assert.equal(status, "revoked");
    await assert.rejects(house.call("academy.get_my_lesson", { course: "test", lesson: "first" }, student), {
      code: "academy.enrollment_closed",
    });
    assert.ok(accountId);
  });

  it("takes the whole record along when another account pays", async () => {
    const { db } = house.app.database;
    const first = await enrolled();
    await house.call("academy.open_lesson", { course: "test", lesson: "first" }, first.student);
    const { enrollmentId } = await house.call("academy.get_my_course", { course: "test" }, first.student);
    await house.call("academy.change_enrollment", {
      enrollmentId,
      status: "cancelled",
      reason: "Left the firm",
    });
    const other = await buy(house, priceId(), {
      buyer: { email: "firm@example.com" },
    });
    await db.transaction((tx) =>
      tx.execute(sql`SELECT academy.move_record(${enrollmentId}, ${other.accountId})`),
    );
    const places = await rows<{ place: string }>(
      db,
      sql`SELECT 'progress' AS place FROM academy.lesson_progress WHERE account_id = ${other.accountId}
          UNION ALL SELECT 'status' FROM academy.enrollment_status WHERE account_id = ${other.accountId}
          UNION ALL SELECT 'records' FROM academy.lrs_statement WHERE account_id = ${other.accountId}`,
    );
    assert.deepEqual([...new Set(places.map(({ place }) => place))].toSorted(), [
      "progress",
      "records",
      "status",
    ]);
  });
});
