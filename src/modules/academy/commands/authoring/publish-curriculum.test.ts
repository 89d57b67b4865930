import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { writeCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("versions of a curriculum", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  it("keep what was published as it was, and begin a draft as its copy", async () => {
    const { db } = house.app.database;
    const course = await writeCourse(house);
    const { courseId } = course;
    const saved = await house.call("academy.save_lesson", {
      courseId,
      lessonKey: course.lessons.first!,
      revision: 1,
      title: "A better title",
    });
    assert.deepEqual(saved, { revision: 2 });
    const titles = await rows<{ status: string; title: string }>(
      db,
      sql`SELECT c.status, l.title FROM academy.lesson l JOIN academy.curriculum c ON c.id = l.curriculum_id
          WHERE l.key = ${course.lessons.first} ORDER BY c.number`,
    );
    assert.deepEqual(titles, [
      { status: "published", title: "Lesson first" },
      { status: "draft", title: "A better title" },
    ]);
    const second = await house.call("academy.publish_curriculum", { courseId, note: "Better titles" });
    assert.equal(second.number, 2);
    const statuses = await rows<{ status: string }>(
      db,
      sql`SELECT status FROM academy.curriculum WHERE course_id = ${courseId} ORDER BY number`,
    );
    assert.deepEqual(statuses, [{ status: "retired" }, { status: "published" }]);
  });

  it("refuse a save made from an older one, and publishing nothing", async () => {
    const course = await writeCourse(house);
    const save = (revision: number) =>
      house.call("academy.save_lesson", {
        courseId: course.courseId,
        lessonKey: course.lessons.second!,
        revision,
        summary: "New",
      });
    await assert.rejects(house.call("academy.publish_curriculum", { courseId: course.courseId }), {
      code: "academy.nothing_to_publish",
    });
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => save(1)));
    assert.equal(attempts.filter(({ status }) => status === "fulfilled").length, 1);
    await assert.rejects(save(1), { code: "academy.lesson_changed" });
  });

  it("cannot be changed by any statement once published", async () => {
    const { db } = house.app.database;
    const { curriculumId } = await writeCourse(house);
    for (const table of ["module", "lesson"])
      await assert.rejects(
        db.execute(
          sql`UPDATE academy.${sql.identifier(table)} SET title = 'x' WHERE curriculum_id = ${curriculumId}`,
        ),
        (error: Error) => /never changed/.test(String(error.cause)),
      );
    assert.ok(
      await firstRow(db, sql`SELECT 1 FROM academy.lesson WHERE curriculum_id = ${curriculumId} LIMIT 1`),
    );
  });
});
