import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("publishing", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  const emptyLesson = async () => {
    const course = await writeCourse(house);
    await house.call("academy.add_lesson", { ...course, title: "Nothing in it", slug: "nothing" });
    return course;
  };
  const standing = async (courseId: string) =>
    (await house.call("academy.list_curricula", { courseId })).items.map(({ number, status }) => [
      number,
      status,
    ]);
  const later = (hours: number) => house.clock.now().add({ hours }).toString();

  it("is refused while there is something to mend, and says what and where", async () => {
    const { courseId } = await emptyLesson();
    const { findings } = await house.call("academy.check_draft", { courseId });
    assert.deepEqual(
      findings.map(({ code, severity, place }) => [code, severity, place]),
      [["lesson_empty", "error", "Nothing in it"]],
    );
    await assert.rejects(house.call("academy.publish_curriculum", { courseId }), {
      code: "academy.draft_faulty",
      message: /^Nothing in it: /,
    });
  });

  it("happens once at the time it was scheduled for, and not before", async () => {
    const { courseId, lessons } = await writeCourse(house);
    await house.call("academy.save_lesson", {
      courseId,
      lessonKey: lessons.first!,
      revision: 1,
      title: "New",
    });
    await house.call("academy.schedule_publication", { courseId, publishAt: later(2), note: "Titles" });
    await house.runJob("academy.publish_due");
    assert.deepEqual(await standing(courseId), [
      [2, "draft"],
      [1, "published"],
    ]);
    house.clock.set(house.clock.now().add({ hours: 2 }));
    await Promise.all(Array.from({ length: 20 }, () => house.runJob("academy.publish_due")));
    assert.deepEqual(await standing(courseId), [
      [2, "published"],
      [1, "retired"],
    ]);
    const [newest] = (await house.call("academy.list_curricula", { courseId })).items;
    assert.deepEqual([newest?.note, newest?.publishAt], ["Titles", null]);
  });

  it("can be taken back, and not scheduled for what is over", async () => {
    const { courseId } = await emptyLesson();
    await house.call("academy.schedule_publication", { courseId, publishAt: later(1) });
    assert.deepEqual(await house.call("academy.cancel_publication", { courseId }), { publishAt: null });
    await assert.rejects(house.call("academy.cancel_publication", { courseId }), {
      code: "academy.nothing_scheduled",
    });
    await assert.rejects(
      house.call("academy.schedule_publication", { courseId, publishAt: house.clock.now().toString() }),
      { code: "academy.publication_past" },
    );
  });

  it("that fails at its time tells why, once, and leaves the draft", async () => {
    const { courseId } = await emptyLesson();
    await house.call("academy.schedule_publication", { courseId, publishAt: later(1) });
    house.clock.set(house.clock.now().add({ hours: 1 }));
    await house.runJob("academy.publish_due");
    await house.runJob("academy.publish_due");
    const told = await rows<{ code: string }>(
      house.app.database.db,
      sql`SELECT payload->>'code' AS code FROM kernel.event
          WHERE name = 'academy.publication_failed' AND payload->>'courseId' = ${courseId}`,
    );
    assert.deepEqual(told, [{ code: "academy.draft_faulty" }]);
    assert.deepEqual((await standing(courseId))[0], [2, "draft"]);
  });

  it("leaves nothing of a draft that is thrown away, but keeps an only version", async () => {
    const { courseId } = await emptyLesson();
    await house.call("academy.discard_draft", { courseId });
    assert.deepEqual(await standing(courseId), [[1, "published"]]);
    await assert.rejects(house.call("academy.discard_draft", { courseId }), { code: "academy.no_draft" });
    const unpublished = await writeCourse(house, { publish: false });
    await assert.rejects(house.call("academy.discard_draft", { courseId: unpublished.courseId }), {
      code: "academy.only_version",
    });
  });
});

describe("moving students to another version", () => {
  let house: TestApp;
  let course: WrittenCourse;
  before(async () => {
    house = await openTestApp();
    course = await writeCourse(house, {
      lessons: ["a", "b", "c"].map((slug) => ({ slug, completion: { rule: "confirm" as const } })),
    });
  });
  after(() => house.close());

  const enrol = async () => {
    const { email, actor } = await createCustomer(house);
    const { enrollmentId } = await house.call("academy.enrol_student", {
      courseId: course.courseId,
      email,
      name: "Anna Ahrens",
    });
    return { enrollmentId, actor };
  };
  const confirm = async (student: Awaited<ReturnType<typeof enrol>>, ...lessons: string[]) => {
    for (const lesson of lessons) {
      await house.call("academy.open_lesson", { course: course.slug, lesson }, student.actor);
      await house.call("academy.confirm_lesson", { course: course.slug, lesson }, student.actor);
    }
  };
  const versionOf = async (enrollmentId: string) => {
    const [row] = await rows<{ number: number; done: boolean }>(
      house.app.database.db,
      sql`SELECT c.number, e.completed_at IS NOT NULL AS done FROM academy.enrollment e
          JOIN academy.curriculum c ON c.id = e.curriculum_id WHERE e.id = ${enrollmentId}`,
    );
    return row;
  };

  it("keeps what was done, leaves who is through, and completes whom only a removed lesson held up", async () => {
    const [through, halfway, held] = [await enrol(), await enrol(), await enrol()];
    await confirm(through, "a", "b", "c");
    await confirm(halfway, "a");
    await confirm(held, "a", "b");
    const { courseId } = course;
    await house.call("academy.remove_lesson", { courseId, lessonKey: course.lessons.c! });
    await house.call("academy.publish_curriculum", { courseId });

    const preview = await house.call("academy.preview_migration", { courseId });
    assert.deepEqual([preview.toNumber, preview.students, preview.completed, preview.kept], [2, 2, 1, 2]);
    assert.deepEqual(preview.removed, [
      { key: course.lessons.c, title: "Lesson c", studentsWithProgress: 0 },
    ]);
    await assert.rejects(house.call("academy.migrate_enrollments", { courseId, toNumber: 1 }), {
      code: "academy.version_changed",
    });
    assert.deepEqual(await house.call("academy.migrate_enrollments", { courseId, toNumber: 2 }), {
      students: 2,
    });
    await Promise.all(
      [1, 2, 3].map(() => house.runJob("academy.migrate_students", { courseId, toNumber: 2 })),
    );

    assert.deepEqual(await versionOf(through.enrollmentId), { number: 1, done: true });
    assert.deepEqual(await versionOf(halfway.enrollmentId), { number: 2, done: false });
    assert.deepEqual(await versionOf(held.enrollmentId), { number: 2, done: true });
    const completed = await rows<{ id: string }>(
      house.app.database.db,
      sql`SELECT payload->>'enrollmentId' AS id FROM kernel.event WHERE name = 'academy.course_completed' ORDER BY seq`,
    );
    assert.deepEqual(
      completed.map(({ id }) => id),
      [through.enrollmentId, held.enrollmentId],
    );
    await assert.rejects(house.call("academy.migrate_enrollments", { courseId, toNumber: 2 }), {
      code: "academy.nobody_to_migrate",
    });
  });

  it("knows no course that is not there", async () => {
    await assert.rejects(house.call("academy.preview_migration", { courseId: newId() }), {
      code: "academy.course_unknown",
    });
  });
});
