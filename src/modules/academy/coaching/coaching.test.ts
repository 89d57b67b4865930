import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Hono } from "hono";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Env } from "#kernel/http/env.ts";
import { newId } from "#kernel/ids.ts";
import { stopRoute } from "#modules/academy/coaching/stop-route.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { completeCourse, enrolTestStudent, type TestStudent } from "#test/factories/graduate.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const START = "2027-03-20T11:00:00Z";

describe("keeping students going", () => {
  let house: TestApp;
  let course: WrittenCourse;
  before(async () => {
    house = await openTestApp({ start: START });
    course = await writeCourse(house, { slug: "steady", lessons: [{ slug: "first" }, { slug: "second" }] });
  });
  after(() => house.close());

  const db = () => house.app.database.db;
  const at = (text: string) => house.clock.set(Temporal.Instant.from(text));
  const enrol = async () => {
    const student = await enrolTestStudent(house, { course });
    await house.drain();
    return student;
  };
  const coach = () => house.runJob("academy.coach_students");
  const mails = async ({ personId }: TestStudent) =>
    (
      await rows<{ kind: string }>(
        db(),
        sql`SELECT kind FROM kernel.mail WHERE person_id = ${personId} AND kind LIKE 'academy.%' ORDER BY created_at, id`,
      )
    ).map(({ kind }) => kind);
  const plan = (student: TestStudent, days: number[], more: object = {}) =>
    house.call("academy.set_my_plan", { course: "steady", days, minutes: 30, ...more }, student.actor);
  const onboarding = (student: TestStudent) =>
    house.call("academy.get_my_onboarding", { course: "steady" }, student.actor);
  const done = async (student: TestStudent) =>
    (await onboarding(student)).items.filter(({ isDone }) => isDone).map(({ key }) => key);

  it("welcomes in the same step, then on the third and the tenth day, each once", async () => {
    at(START);
    const student = await enrol();
    assert.deepEqual(await mails(student), ["academy.welcome"]);
    for (const day of ["21", "22", "23"]) {
      at(`2027-03-${day}T09:30:00Z`);
      await Promise.all([coach(), coach()]);
    }
    assert.deepEqual(await mails(student), ["academy.welcome", "academy.day_3"]);
    at("2027-03-30T09:30:00Z");
    await coach();
    await coach();
    assert.deepEqual(await mails(student), ["academy.welcome", "academy.day_3", "academy.day_10"]);
  });

  it("reminds at the planned local time over a change of clocks, twice a week at most", async () => {
    at(START);
    const student = await enrol();
    await plan(student, [6, 7, 1, 2], { at: "18:00" });
    at("2027-03-23T09:30:00Z");
    await coach();
    await db().execute(
      sql`UPDATE academy.enrollment SET last_active_at = '2027-03-26T10:00:00Z' WHERE id = ${student.enrollmentId}`,
    );
    // 27 March 2027 is a Saturday in winter time, the 28th the Sunday on which clocks go forward.
    const hours = ["27T16:30", "27T17:30", "28T15:30", "28T16:30", "29T16:30", "30T16:30"];
    const seen: number[] = [];
    for (const hour of hours) {
      at(`2027-03-${hour}:00Z`);
      await coach();
      seen.push((await mails(student)).filter((kind) => kind === "academy.reminder").length);
    }
    assert.deepEqual(seen, [0, 1, 1, 2, 2, 2]);
  });

  it("leaves alone who learned today, who finished, who is suspended, and who wants no mail", async () => {
    at(START);
    const [active, finished, suspended, unwilling] = [
      await enrol(),
      await enrol(),
      await enrol(),
      await enrol(),
    ];
    for (const student of [active, finished, suspended]) await plan(student, [6], { at: "09:00" });
    await plan(unwilling, [6], { at: "09:00", wantsMail: false });
    at("2027-04-03T08:30:00Z");
    await db().execute(
      sql`UPDATE academy.enrollment SET last_active_at = '2027-04-03T06:00:00Z' WHERE id = ${active.enrollmentId}`,
    );
    await completeCourse(house, finished);
    await db().execute(
      sql`UPDATE academy.enrollment SET status = 'suspended' WHERE id = ${suspended.enrollmentId}`,
    );
    await coach();
    for (const student of [active, finished, suspended, unwilling])
      assert.ok(!(await mails(student)).includes("academy.reminder"));
  });

  it("ends with one click from the mail, and with no made-up link", async () => {
    at(START);
    const student = await enrol();
    const [mail] = await rows<{ headers: Record<string, string> }>(
      db(),
      sql`SELECT headers FROM kernel.mail WHERE person_id = ${student.personId} AND kind = 'academy.welcome'`,
    );
    assert.equal(mail!.headers["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click");
    const web = new Hono<Env>();
    web.use((context, next) => {
      context.set("requestId", newId());
      return next();
    });
    stopRoute(web, { runtime: house.app, clock: house.clock, actorOf: async () => ({ kind: "anonymous" }) });
    const { pathname } = new URL(mail!.headers["List-Unsubscribe"]!.slice(1, -1));
    const post = (path: string) => web.request(path, { method: "POST", body: "List-Unsubscribe=One-Click" });
    assert.equal((await post(`${pathname.slice(0, -2)}xx`)).status, 404);
    assert.equal((await post(pathname)).status, 204);
    assert.equal((await post(pathname)).status, 204);
    const { wantsMail } = await house.call("academy.get_my_plan", { course: "steady" }, student.actor);
    assert.equal(wantsMail, false);
  });

  it("finds who is away, says why, nudges once, and forgets it when they are back", async () => {
    at(START);
    const student = await enrol();
    at("2027-04-03T10:00:00Z");
    await coach();
    await coach();
    const risk = async () =>
      (await house.call("academy.list_at_risk", { text: student.email })).items.map(
        ({ reasons, nudgedAt }) => [reasons, nudgedAt],
      );
    assert.deepEqual(await risk(), [[["no_activity"], "2027-04-03T10:00:00Z"]]);
    assert.equal((await mails(student)).filter((kind) => kind === "academy.nudge").length, 1);
    await db().execute(
      sql`UPDATE academy.enrollment SET last_active_at = '2027-04-03T11:00:00Z' WHERE id = ${student.enrollmentId}`,
    );
    at("2027-04-03T12:00:00Z");
    await coach();
    assert.deepEqual(await risk(), []);
  });

  it("ticks the first steps by what was done, and hides when all is done or wanted", async () => {
    at(START);
    const student = await enrol();
    assert.deepEqual(await done(student), []);
    await house.call("academy.set_my_goal", { course: "steady", goal: "Ten customers" }, student.actor);
    await plan(student, [3, 1, 3]);
    await house.call("academy.open_lesson", { course: "steady", lesson: "first" }, student.actor);
    assert.deepEqual(await done(student), ["first_lesson", "goal", "plan"]);
    const mine = await house.call("academy.get_my_plan", { course: "steady" }, student.actor);
    assert.deepEqual([mine.goal, mine.days, mine.quietFrom], ["Ten customers", [1, 3], "21:00"]);
    assert.equal((await onboarding(student)).isHidden, false);
    await house.call("academy.hide_my_onboarding", { course: "steady" }, student.actor);
    assert.equal((await onboarding(student)).isHidden, true);
    const stranger = await createCustomer(house);
    await assert.rejects(house.call("academy.get_my_onboarding", { course: "steady" }, stranger.actor), {
      code: "academy.not_enrolled",
    });
  });

  it("asks at half and at the end, once each of twenty, and measures from five answers on", async () => {
    at(START);
    const own = await writeCourse(house, { slug: "asked", lessons: [{ slug: "first" }, { slug: "second" }] });
    const metric = house.app.services.metrics.find("academy.nps")!;
    const measure = (asOf: string) =>
      metric.measure(db(), { asOf: Temporal.Instant.from(asOf), zone: "UTC", bind: { course: "asked" } });
    const say = (student: TestStudent, moment: "half" | "end", score: number | null) =>
      house.call("academy.answer_survey", { course: "asked", moment, score }, student.actor);
    const first = await enrolTestStudent(house, { course: own });
    await assert.rejects(say(first, "half", 9), { code: "academy.survey_not_due" });
    await db().execute(
      sql`INSERT INTO academy.lesson_progress (enrollment_id, account_id, lesson_key, opened_at, last_active_at,
            completed_at, completed_by)
          VALUES (${first.enrollmentId}, ${first.accountId}, ${own.lessons.first}, ${START}, ${START}, ${START}, '{}')`,
    );
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => say(first, "half", 3)));
    assert.equal(attempts.filter(({ status }) => status === "fulfilled").length, 1);
    at("2027-04-20T11:00:00Z");
    const students = [
      first,
      ...(await Promise.all([1, 2, 3, 4].map(() => enrolTestStudent(house, { course: own })))),
    ];
    for (const student of students) await completeCourse(house, student);
    for (const [index, student] of students.slice(0, 4).entries())
      await say(student, "end", [10, 9, 8, 6][index]!);
    const few = await measure("2027-04-20T11:00:00Z");
    assert.equal(few.value, null);
    assert.match(few.reason!, /there are 4/);
    await say(students[4]!, "end", 10);
    assert.equal((await measure("2027-04-20T11:00:00Z")).value, 40);
    assert.equal((await measure("2027-04-19T11:00:00Z")).value, null);
    const survey = await house.call("academy.get_survey", { course: "asked" });
    assert.deepEqual([survey.score, survey.answers, survey.counts[10]], [40, 5, 2]);
  });

  it("counts who learned in the last 30 days and who finished, as of any day", async () => {
    at("2027-06-01T12:00:00Z");
    const own = await writeCourse(house, { slug: "counted" });
    const [one, two] = [
      await enrolTestStudent(house, { course: own }),
      await enrolTestStudent(house, { course: own }),
    ];
    await db().execute(
      sql`UPDATE academy.enrollment SET last_active_at = '2027-06-01T12:00:00Z' WHERE id = ${one.enrollmentId}`,
    );
    await db().execute(
      sql`UPDATE academy.enrollment SET last_active_at = '2027-07-20T12:00:00Z' WHERE id = ${one.enrollmentId}`,
    );
    at("2027-07-01T12:00:00Z");
    await completeCourse(house, two);
    const value = async (key: string, asOf: string) =>
      (
        await house.app.services.metrics
          .find(key)!
          .measure(db(), { asOf: Temporal.Instant.from(asOf), zone: "UTC", bind: { course: "counted" } })
      ).value;
    const active = (asOf: string) => value("academy.active_students", asOf);
    assert.deepEqual(
      await Promise.all(
        ["2027-05-31", "2027-06-30", "2027-07-02", "2027-07-21"].map((day) => active(`${day}T12:00:00Z`)),
      ),
      [0, 1, 0, 1],
    );
    const rate = (asOf: string) => value("academy.completion_rate", asOf);
    assert.deepEqual(
      [
        await rate("2027-06-15T00:00:00Z"),
        await rate("2027-07-02T00:00:00Z"),
        await rate("2027-10-01T00:00:00Z"),
      ],
      [null, 100, 50],
    );
  });

  it("shows as evidence while it is switched on and a course is out", async () => {
    const { find } = house.app.services.evidence.find("academy.welcome_sequence")!;
    const look = (filter: object) => find(db(), { asOf: house.clock.now(), filter, limit: 10 });
    assert.equal((await look({ course: "steady" })).count, 1);
    assert.equal((await look({ course: `none-${newId()}` })).count, 0);
    await house.call("platform.update_settings", {
      key: "academy.coaching",
      value: { sendsWelcomeSequence: false },
    });
    assert.equal((await look({})).count, 0);
  });
});
