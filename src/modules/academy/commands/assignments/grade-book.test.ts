import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { assignmentsData } from "#modules/academy/personal-data/assignments.ts";
import {
  type AssignedCourse,
  enrolNewStudent,
  handIn,
  type TestStudent,
  writeAssignment,
} from "#test/factories/assignments.ts";
import { createPeople } from "#test/factories/people.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("the grade book", () => {
  let house: TestApp;
  let course: AssignedCourse;
  let second: string;
  let anna: TestStudent;
  let ben: TestStudent;

  /** A course of two assignments; Anna has 50 percent in the first. */
  before(async () => {
    house = await openTestApp();
    await createPeople(house);
    course = await writeAssignment(house, { rubric: [] });
    const { courseId } = course;
    const added = await house.call("academy.add_assignment", { courseId, slug: "essay", title: "Essay" });
    second = added.assignmentKey;
    const [module] = await rows<{ key: string }>(
      house.app.database.db,
      sql`SELECT m.key FROM academy.module m JOIN academy.curriculum c ON c.id = m.curriculum_id
          WHERE c.course_id = ${courseId} LIMIT 1`,
    );
    await house.call("academy.add_lesson", {
      courseId,
      moduleKey: module!.key,
      slug: "essay",
      title: "An essay",
      blocks: [{ id: newId(), kind: "assignment", assignmentKey: second }],
    });
    await house.call("academy.publish_curriculum", { courseId });
    anna = await enrolNewStudent(house, { courseId, name: "Anna" });
    ben = await enrolNewStudent(house, { courseId, name: "Ben" });
    const submissionId = await handIn(house, course, anna);
    const { version } = await house.call("academy.claim_submission", { submissionId }, "editor");
    await house.call(
      "academy.save_mark",
      { submissionId, version: version, percent: 50, isDone: true },
      "editor",
    );
    await house.call("academy.release_marks", { submissionIds: [submissionId] }, "editor");
  });
  after(() => house.close());

  const book = (sort: "name" | "-total" = "name") =>
    house.call("academy.get_grade_book", { courseId: course.courseId, sort }, "editor");
  const totals = async () => (await book()).rows.map(({ totalPpm, weightDone }) => [totalPpm, weightDone]);

  it("counts all alike until weights are set, and what has no mark not yet", async () => {
    const { items, hasWeights } = await book();
    assert.deepEqual([items.map(({ weightPercent }) => weightPercent), hasWeights], [[50, 50], false]);
    assert.deepEqual(await totals(), [
      [500_000, 50],
      [null, 0],
    ]);
  });

  it("takes weights that make 100, and a grade set by hand with its reason", async () => {
    const { courseId } = course;
    const set = (first: number, other: number) =>
      house.call(
        "academy.set_grade_weights",
        {
          courseId,
          weights: [
            { itemKey: course.assignmentKey, weightPercent: first },
            { itemKey: second, weightPercent: other },
          ],
        },
        "editor",
      );
    await assert.rejects(set(70, 20), { code: "academy.weights_not_100" });
    await set(75, 25);
    const grade = { enrollmentId: anna.enrollmentId, itemKey: second };
    await house.call(
      "academy.override_grade",
      { ...grade, scorePpm: 900_000, reason: "Given orally" },
      "editor",
    );
    assert.deepEqual((await totals())[0], [600_000, 100]);
    const { items, history } = await house.call(
      "academy.get_student_grades",
      { enrollmentId: anna.enrollmentId },
      "editor",
    );
    assert.equal(items[1]?.override?.reason, "Given orally");
    assert.equal(history[0]?.act, "overridden");
    await house.call(
      "academy.withdraw_grade_override",
      { ...grade, reason: "Handed in after all" },
      "editor",
    );
    assert.deepEqual((await totals())[0], [500_000, 75]);
  });

  it("sorts by the grade so far and pages through all students once", async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.call(
        "academy.get_grade_book",
        { courseId: course.courseId, sort: "-total", limit: 1, cursor },
        "editor",
      );
      ids.push(...page.rows.map(({ enrollmentId }) => enrollmentId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    assert.deepEqual(ids, [anna.enrollmentId, ben.enrollmentId]);
  });

  it("is told: graders that work waits, the student that the mark is there", async () => {
    await house.drain();
    const { db } = house.app.database;
    const mails = await rows<{ to_address: string; subject: string }>(
      db,
      sql`SELECT to_address, subject FROM kernel.mail WHERE kind = 'academy.work'`,
    );
    assert.deepEqual(mails, [{ to_address: anna.email, subject: "Your work is marked: Capstone" }]);
    const notices = await rows<{ person_id: string }>(
      db,
      sql`SELECT person_id FROM platform.notification WHERE kind = 'academy.work_waiting'`,
    );
    assert.equal(notices.length, 3);
  });

  it("lets a student's words go, and keeps that they achieved something", async () => {
    const { db } = house.app.database;
    for (const source of assignmentsData) {
      assert.ok(Array.isArray(await source.export(db, anna.personId)));
      await source.erase(db, anna.personId);
    }
    const [kept] = await rows<{ text: { content: unknown[] } }>(
      db,
      sql`SELECT text FROM academy.submission WHERE person_id = ${anna.personId}`,
    );
    assert.deepEqual(kept?.text.content, []);
    assert.equal((await totals())[0]?.[0], 500_000);
  });
});
