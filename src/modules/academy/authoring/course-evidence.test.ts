import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const START = "2027-03-20T11:00:00Z";

describe("courses as proof, and found by their titles", () => {
  let house: TestApp;
  let course: WrittenCourse;
  before(async () => {
    house = await openTestApp({ start: START });
    course = await writeCourse(house, { slug: "roofs" });
    await writeCourse(house, { slug: "unfinished", lessons: [{ slug: "100-percent" }], publish: false });
  });
  after(() => house.close());

  const at = (text: string) => house.clock.set(Temporal.Instant.from(text));
  const find = async (kind: string, filter: object = {}, asOf = house.clock.now()) => {
    const evidence = house.app.registry.evidence.find(`academy.${kind}`);
    assert.ok(evidence);
    const { count, rows } = await evidence.find(house.app.database.db, { asOf, filter, limit: 1 });
    assert.equal(rows.length, Math.min(count, 1));
    return { count, label: rows[0]?.label };
  };
  const search = async (text: string) =>
    (await house.call("platform.search", { text }, "owner")).results.filter(({ kind }) =>
      ["Course", "Lesson"].includes(kind),
    );
  const map = (title: string) => ({
    id: newId(),
    kind: "embed" as const,
    url: "https://maps.example/",
    title,
  });
  const write = (slug: string, blocks: ReturnType<typeof map>[]) =>
    house.call("academy.add_lesson", {
      courseId: course.courseId,
      moduleKey: course.moduleKey,
      slug,
      title: "Where it is",
      completion: { rule: "confirm" },
      blocks,
    });

  it("counts what is out, course by course, from the instant it went out", async () => {
    const none = { count: 0, label: undefined };
    for (const kind of ["published_course", "published_curriculum", "accessibility_check"]) {
      assert.equal((await find(kind)).count, 1, kind);
      assert.equal((await find(kind, { course: "roofs" })).count, 1, kind);
      assert.deepEqual(await find(kind, { course: "unfinished" }), none, kind);
      assert.deepEqual(await find(kind, {}, Temporal.Instant.from("2027-03-20T10:59:59Z")), none, kind);
    }
  });

  it("does not pass a version with something nobody can name, until it is mended", async () => {
    at("2027-03-21T11:00:00Z");
    const { key: lessonKey } = await write("where", [map("")]);
    await house.call("academy.publish_curriculum", { courseId: course.courseId });
    assert.equal((await find("published_course")).count, 1);
    assert.deepEqual(await find("published_curriculum"), { count: 2, label: "Course roofs, version 2" });
    assert.equal((await find("accessibility_check")).count, 0);
    assert.equal((await find("accessibility_check", {}, Temporal.Instant.from(START))).count, 1, "then");
    at("2027-03-21T12:00:00Z");
    const { courseId } = course;
    const { revision } = await house.call("academy.get_lesson", { courseId, lessonKey });
    await house.call("academy.save_lesson", {
      courseId,
      lessonKey,
      revision,
      blocks: [map("Map of the yard")],
    });
    assert.equal((await find("accessibility_check")).count, 0, "while it is a draft");
    await house.call("academy.publish_curriculum", { courseId });
    assert.deepEqual(await find("accessibility_check"), { count: 1, label: "Course roofs, version 3" });
  });

  it("finds courses and the lessons that are written now, by any case and letter by letter", async () => {
    assert.deepEqual(await search("COURSE ROOFS"), [
      {
        kind: "Course",
        title: "Course roofs",
        detail: "Published",
        href: `/console/academy/courses/${course.courseId}`,
      },
    ]);
    const lesson = `/console/academy/courses/${course.courseId}/lessons/${course.lessons["first"]}`;
    assert.deepEqual(await search("son FIRST"), [
      { kind: "Lesson", title: "Lesson first", detail: "Course roofs", href: lesson },
    ]);
    await write("again", []);
    assert.equal((await search("son first")).length, 1, "of the draft alone");
    assert.deepEqual(await search("Lesson%first"), []);
  });

  it("is no proof any more once the course is archived", async () => {
    await house.call("academy.archive_course", { courseId: course.courseId });
    at("2027-03-22T11:00:00Z");
    assert.equal((await find("published_course")).count, 0);
    assert.equal((await find("published_curriculum")).count, 0);
    assert.equal((await find("accessibility_check")).count, 0);
  });
});
