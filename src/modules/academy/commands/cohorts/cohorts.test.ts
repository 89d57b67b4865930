import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { enrolNewStudent, type TestStudent } from "#test/factories/assignments.ts";
import { type WrittenCourse, writeCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("a cohort", () => {
  let house: TestApp;
  let course: WrittenCourse;
  before(async () => {
    house = await openTestApp();
    course = await writeCourse(house);
  });
  after(() => house.close());

  const create = (given: { capacity?: number; enrolFromOn?: string; enrolUntilOn?: string } = {}) =>
    house.call("academy.create_cohort", {
      courseId: course.courseId,
      title: "Spring",
      startsOn: "2027-03-01",
      endsOn: "2027-05-31",
      zone: "Europe/Berlin",
      ...given,
    });
  const student = () => enrolNewStudent(house, course);
  const place = (enrollmentId: string, cohortId: string | null) =>
    house.call("academy.place_student", { enrollmentId, cohortId, reason: "Asked for it" }, "support");

  it("gives its last place once, to whoever of twenty comes first", async () => {
    const { cohortId } = await create({ capacity: 3 });
    const students: TestStudent[] = [];
    for (let at = 0; at < 20; at += 1) students.push(await student());
    const tries = await Promise.allSettled(students.map(({ enrollmentId }) => place(enrollmentId, cohortId)));
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 3);
    assert.equal((await house.call("academy.get_cohort", { cohortId })).students, 3);
    const full = await rows<{ count: number }>(
      house.app.database.db,
      sql`SELECT count(*) AS count FROM academy.enrollment WHERE cohort_id = ${cohortId}`,
    );
    assert.equal(full[0]?.count, 3);
  });

  it("takes students who choose it within its days, once", async () => {
    const { cohortId } = await create({ capacity: 2, enrolFromOn: "2027-01-04", enrolUntilOn: "2027-01-05" });
    const { cohortId: other } = await create();
    const anna = await student();
    const mine = { courseSlug: course.slug };
    const first = await house.call("academy.get_my_cohort", mine, anna.actor);
    assert.deepEqual(
      [first.current, first.choices.map((one) => [one.cohortId, one.placesLeft])],
      [null, [[cohortId, 2]]],
    );
    await assert.rejects(house.call("academy.join_cohort", { ...mine, cohortId: other }, anna.actor), {
      code: "academy.cohort_not_choosable",
    });
    await house.call("academy.join_cohort", { ...mine, cohortId }, anna.actor);
    assert.equal((await house.call("academy.get_my_cohort", mine, anna.actor)).current?.cohortId, cohortId);
    await place(anna.enrollmentId, other);
    await place(anna.enrollmentId, null);
    const moves = await rows<{ to: string | null }>(
      house.app.database.db,
      sql`SELECT to_cohort_id AS "to" FROM academy.cohort_placement WHERE enrollment_id = ${anna.enrollmentId} ORDER BY at, id`,
    );
    assert.deepEqual(
      moves.map(({ to }) => to),
      [cohortId, other, null],
    );
  });

  it("refuses a change made from an older version, and days the wrong way round", async () => {
    const { cohortId, version } = await create();
    await house.call("academy.update_cohort", { cohortId, version, status: "closed" });
    await assert.rejects(house.call("academy.update_cohort", { cohortId, version, title: "Late" }), {
      code: "academy.cohort_changed",
    });
    await assert.rejects(
      house.call("academy.update_cohort", { cohortId, version: version + 1, endsOn: "2027-01-01" }),
      {
        code: "academy.days_reversed",
      },
    );
    await assert.rejects(place((await student()).enrollmentId, cohortId), { code: "academy.cohort_closed" });
  });

  it("begins once, on its first day by the clock of its zone", async () => {
    await house.app.database.db.execute(sql`UPDATE academy.cohort SET started_at = now()`);
    await house.call("academy.create_cohort", {
      courseId: course.courseId,
      title: "Auckland",
      startsOn: "2027-01-06",
      endsOn: "2027-02-06",
      zone: "Pacific/Auckland",
    });
    const started = async (at: string) => {
      house.clock.set(Temporal.Instant.from(at));
      return (await house.call("academy.start_cohorts", {})).started;
    };
    // There it is UTC+13 in summer.
    assert.deepEqual(
      [
        await started("2027-01-05T10:59:59Z"),
        await started("2027-01-05T11:00:00Z"),
        await started("2027-01-05T12:00:00Z"),
      ],
      [0, 1, 0],
    );
  });
});
