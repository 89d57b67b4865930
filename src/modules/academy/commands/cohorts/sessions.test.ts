import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { enrolNewStudent, type TestStudent } from "#test/factories/assignments.ts";
import { type WrittenCourse, writeCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";
import { readCalendar } from "#test/read-calendar.ts";

describe("live sessions", () => {
  let house: TestApp;
  let course: WrittenCourse;
  let cohortId: string;
  let anna: TestStudent;
  before(async () => {
    house = await openTestApp({ start: "2027-03-20T09:00:00Z" });
    course = await writeCourse(house);
    const cohort = await house.call("academy.create_cohort", {
      courseId: course.courseId,
      title: "Spring",
      startsOn: "2027-03-22",
      endsOn: "2027-05-31",
      zone: "Europe/Berlin",
    });
    cohortId = cohort.cohortId;
    anna = await enrolNewStudent(house, { ...course, cohortId, zone: "America/New_York" });
  });
  after(() => house.close());

  const schedule = (startsAtLocal: string, given: { key?: string; capacity?: number } = {}) =>
    house.call("academy.schedule_session", {
      cohortId,
      title: "Questions, and answers",
      startsAtLocal,
      joinUrl: "https://meet.example.com/room",
      ...given,
    });
  const mine = async (id: string) =>
    (await house.call("academy.list_my_sessions", { courseSlug: course.slug }, anna.actor)).items.find(
      ({ sessionId }) => sessionId === id,
    );

  it("keep the hour of the cohort's clock on both sides of a change of clocks", async () => {
    const winter = await schedule("2027-03-27T18:00");
    const summer = await schedule("2027-03-28T18:00");
    assert.equal((await mine(winter.sessionId))?.startsAt, "2027-03-27T17:00:00+00:00");
    assert.equal((await mine(summer.sessionId))?.startsAt, "2027-03-28T16:00:00+00:00");
    await assert.rejects(schedule("2027-03-28T02:30"), { code: "academy.time_skipped" });
    // In autumn half past two comes twice: the first is meant.
    const twice = await schedule("2027-10-31T02:30");
    assert.equal((await mine(twice.sessionId))?.startsAt, "2027-10-31T00:30:00+00:00");
  });

  it("let students in from 15 minutes before to the end, and note that they came", async () => {
    const { sessionId } = await schedule("2027-03-28T10:00");
    const join = () => house.call("academy.join_session", { sessionId }, anna.actor);
    const at = (instant: string) => house.clock.set(Temporal.Instant.from(instant));
    at("2027-03-28T07:44:59Z");
    await assert.rejects(join(), { code: "academy.session_not_open" });
    assert.equal((await mine(sessionId))?.canJoin, false);
    at("2027-03-28T07:45:00Z");
    assert.deepEqual(await join(), { sessionId, joinUrl: "https://meet.example.com/room" });
    await join();
    assert.doesNotMatch(JSON.stringify(await mine(sessionId)), /meet\.example/);
    const stranger = await enrolNewStudent(house, course);
    await assert.rejects(house.call("academy.join_session", { sessionId }, stranger.actor), {
      code: "academy.session_unknown",
    });
    at("2027-03-28T09:00:00Z");
    await assert.rejects(join(), { code: "academy.session_over" });
    const { joined } = await house.call("academy.get_session", { sessionId });
    assert.equal(joined, 1);
    await house.call("academy.mark_attendance", {
      sessionId,
      marks: [
        { enrollmentId: anna.enrollmentId, status: "present" },
        { enrollmentId: stranger.enrollmentId, status: "present" },
      ],
    });
    const { present, attendance } = await house.call("academy.get_session", { sessionId });
    assert.deepEqual([present, attendance.map((one) => one.enrollmentId)], [1, [anna.enrollmentId]]);
    const { items } = await house.call("academy.list_cohort_students", { cohortId });
    assert.deepEqual(
      items.map((one) => [one.sessionsHeld, one.sessionsPresent]),
      [[2, 1]],
    );
  });

  it("give their last place once when all come at once", async () => {
    const { sessionId } = await schedule("2027-04-10T10:00", { capacity: 4 });
    const all = [];
    for (let at = 0; at < 20; at += 1) all.push(await enrolNewStudent(house, { ...course, cohortId }));
    house.clock.set(Temporal.Instant.from("2027-04-10T08:00:00Z"));
    const tries = await Promise.allSettled(
      all.map(({ actor }) => house.call("academy.join_session", { sessionId }, actor)),
    );
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 4);
  });

  it("are told by mail in each student's own time when they move or are cancelled", async () => {
    const { sessionId, version } = await schedule("2027-05-03T18:00", { key: "kick-off" });
    await assert.rejects(schedule("2027-05-04T18:00", { key: "kick-off" }), {
      code: "academy.session_key_taken",
    });
    const moved = await house.call("academy.update_session", {
      sessionId,
      version,
      startsAtLocal: "2027-05-04T19:30",
    });
    await house.call("academy.update_session", {
      sessionId,
      version: moved.version,
      joinUrl: "https://meet.example.com/b",
    });
    await house.call("academy.cancel_session", {
      sessionId,
      version: moved.version + 1,
      reason: "The teacher is ill.",
    });
    await house.drain();
    const mails = await rows<{ subject: string; text: string }>(
      house.app.database.db,
      sql`SELECT subject, text FROM kernel.mail WHERE kind = 'academy.session' AND to_address = ${anna.email} ORDER BY id`,
    );
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      ["New time: Questions, and answers", "Cancelled: Questions, and answers"],
    );
    assert.match(mails[0]!.text, /Tuesday,? 4 May 2027 at 13:30/);
    assert.match(mails[1]!.text, /The teacher is ill/);
  });

  it("stand in a calendar of the student's own, with UTC times, sequence and what is cancelled", async () => {
    const { secret } = await house.call("academy.create_session_calendar", {}, anna.actor);
    const { sessionId, version } = await schedule("2027-05-10T18:00");
    const read = async () => {
      const { ics } = await house.call("academy.get_session_calendar", { secret }, { kind: "anonymous" });
      return readCalendar(ics).events.find(({ UID }) => UID === `session-${sessionId}@cairn`);
    };
    const first = await read();
    assert.deepEqual(
      [first?.DTSTART, first?.DTEND, first?.SEQUENCE],
      ["20270510T160000Z", "20270510T170000Z", "0"],
    );
    assert.doesNotMatch(JSON.stringify(first), /meet\.example/);
    const moved = await house.call("academy.update_session", {
      sessionId,
      version,
      startsAtLocal: "2027-05-11T18:00",
    });
    assert.deepEqual([(await read())?.DTSTART, (await read())?.SEQUENCE], ["20270511T160000Z", "1"]);
    await house.call("academy.cancel_session", { sessionId, version: moved.version });
    assert.deepEqual([(await read())?.STATUS, (await read())?.SEQUENCE], ["CANCELLED", "2"]);
    await house.call("academy.revoke_session_calendar", {}, anna.actor);
    await assert.rejects(read(), { code: "academy.calendar_unknown" });
  });
});
