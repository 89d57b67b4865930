import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("students, as staff see them", () => {
  let house: TestApp;
  let course: WrittenCourse;
  before(async () => {
    house = await openTestApp();
    course = await writeCourse(house, {
      slug: "students",
      lessons: [{ slug: "first" }, { slug: "second", opening: { days: 30 } }],
    });
  });
  after(() => house.close());

  const enrol = (email: string, zone?: string) =>
    house.call("academy.enrol_student", { courseId: course.courseId, email, name: "Sam Student", zone });
  const measure = async (asOf = house.clock.now()) => {
    const metric = house.app.services.metrics.find("academy.enrollments");
    const options = { asOf, zone: "UTC", bind: { course: "students" } };
    const { value } = await metric!.measure(house.app.database.db, options);
    const counted = await metric!.rows!(house.app.database.db, { ...options, limit: 100, offset: 0 });
    assert.equal(counted.length, value);
    return value;
  };

  it("are enrolled once, however many click", async () => {
    const counted = await measure();
    const made = await Promise.all(Array.from({ length: 20 }, () => enrol("once@example.com")));
    assert.equal(made.filter(({ isNew }) => isNew).length, 1);
    assert.equal(new Set(made.map(({ enrollmentId }) => enrollmentId)).size, 1);
    assert.equal(await measure(), counted! + 1);
  });

  it("are not enrolled into a cohort that is full", async () => {
    const { courseId } = course;
    const { cohortId } = await house.call("academy.create_cohort", {
      courseId,
      title: "One place",
      startsOn: "2027-02-01",
      endsOn: "2027-05-01",
      zone: "UTC",
      capacity: 1,
    });
    const into = (email: string) =>
      house.call("academy.enrol_student", { courseId, email, name: "Sam Student", cohortId });
    const made = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => into(`place${n}@example.com`)),
    );
    assert.equal(made.filter(({ status }) => status === "fulfilled").length, 1);
    await assert.rejects(into("late@example.com"), { code: "academy.cohort_full" });
    const found = await house.call("academy.list_enrollments", { q: "late@" });
    assert.deepEqual(found.items, []);
  });

  it("count as they stood at the instant asked for", async () => {
    const { enrollmentId } = await enrol("asof@example.com");
    const then = house.clock.now();
    const counted = await measure(then);
    house.clock.advance({ hours: 1 });
    await house.call("academy.change_enrollment", {
      enrollmentId,
      status: "cancelled",
      reason: "Moved away",
    });
    assert.equal(await measure(), counted! - 1);
    assert.equal(await measure(then), counted);
    await house.call("academy.change_enrollment", { enrollmentId, status: "active", reason: "Came back" });
    const { history } = await house.call("academy.get_enrollment", { enrollmentId });
    assert.deepEqual(
      history.map(({ status, cause }) => [status, cause]),
      [
        ["active", "staff"],
        ["cancelled", "staff: Moved away"],
        ["active", "staff: Came back"],
      ],
    );
  });

  it("get a lesson opened for them alone", async () => {
    const { enrollmentId } = await enrol("early@example.com");
    const { personId } = await house.call("academy.get_enrollment", { enrollmentId });
    const student: Actor = { kind: "person", personId, role: null };
    const lesson = { course: "students", lesson: "second" };
    await assert.rejects(house.call("academy.get_my_lesson", lesson, student), {
      code: "academy.lesson_not_open",
    });
    const opening = { enrollmentId, lessonKey: course.lessons.second! };
    await house.call("academy.set_opening", { ...opening, opensAt: null, reason: "Travels later" });
    assert.equal((await house.call("academy.get_my_lesson", lesson, student)).slug, "second");
    const { lessons } = await house.call("academy.get_enrollment", { enrollmentId });
    assert.deepEqual(lessons[1]?.override, { opensAt: null, reason: "Travels later" });
    await house.call("academy.clear_opening", opening);
    await assert.rejects(house.call("academy.get_my_lesson", lesson, student), {
      code: "academy.lesson_not_open",
    });
  });

  it("are listed page by page, and found by a part of the name", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.call("academy.list_enrollments", { course: "students", limit: 1, cursor });
      seen.push(...page.items.map(({ email }) => email));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    assert.equal(new Set(seen).size, seen.length);
    assert.ok(seen.includes("once@example.com"));
    const found = await house.call("academy.list_enrollments", { q: "EARLY@" });
    assert.deepEqual(
      found.items.map(({ email, done, total }) => [email, done, total]),
      [["early@example.com", 0, 2]],
    );
    await assert.rejects(house.call("academy.list_enrollments", { cursor: "x_y" }), {
      code: "academy.cursor_broken",
    });
  });

  it("see nothing of a course of somebody else", async () => {
    const { enrollmentId } = await enrol("mine@example.com");
    const other = await enrol("theirs@example.com");
    const { personId } = await house.call("academy.get_enrollment", { enrollmentId: other.enrollmentId });
    await house.call("academy.change_enrollment", {
      enrollmentId: other.enrollmentId,
      status: "suspended",
      reason: "Asked for it",
    });
    const student: Actor = { kind: "person", personId, role: null };
    assert.equal(
      (await house.call("academy.get_my_course", { course: "students" }, student)).status,
      "suspended",
    );
    assert.notEqual(
      (await house.call("academy.get_my_course", { course: "students" }, student)).enrollmentId,
      enrollmentId,
    );
    await assert.rejects(
      house.call("academy.set_my_zone", { course: "students", zone: "Mars/Base" }, student),
      { code: "academy.zone_unknown" },
    );
  });
});
