import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { writeCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("the outline of a draft", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  const outline = (courseId: string) =>
    rows<{ module: string; lessons: string[] | null }>(
      house.app.database.db,
      sql`SELECT m.title AS module, array_agg(l.slug ORDER BY l.position) FILTER (WHERE l.id IS NOT NULL) AS lessons
          FROM academy.module m JOIN academy.curriculum c ON c.id = m.curriculum_id
            LEFT JOIN academy.lesson l ON l.module_id = m.id
          WHERE c.course_id = ${courseId} AND c.status = 'draft' GROUP BY m.id ORDER BY m.position`,
    );

  const three = () => writeCourse(house, { lessons: [{ slug: "a" }, { slug: "b" }, { slug: "c" }] });

  it("moves lessons within and between modules, and modules", async () => {
    const { courseId, lessons, moduleKey } = await three();
    const { key: second } = await house.call("academy.add_module", { courseId, title: "Second" });
    const move = (slug: string, toModule: string, position: number) =>
      house.call("academy.move_lesson", {
        courseId,
        lessonKey: lessons[slug]!,
        moduleKey: toModule,
        position,
      });
    await move("c", moduleKey, 1);
    assert.deepEqual(await outline(courseId), [
      { module: "Beginning", lessons: ["c", "a", "b"] },
      { module: "Second", lessons: null },
    ]);
    await move("a", second, 99);
    await move("b", second, 1);
    await house.call("academy.move_module", { courseId, moduleKey: second, position: 1 });
    assert.deepEqual(await outline(courseId), [
      { module: "Second", lessons: ["b", "a"] },
      { module: "Beginning", lessons: ["c"] },
    ]);
  });

  it("refuses a move thought of over another order; of twenty one is done", async () => {
    const { courseId, lessons, moduleKey } = await three();
    const first = { courseId, lessonKey: lessons.c!, moduleKey, position: 1 };
    const { outlineVersion } = await house.call("academy.move_lesson", first);
    const again = () =>
      house.call("academy.move_lesson", { ...first, lessonKey: lessons.b!, position: 1, outlineVersion });
    const tried = await Promise.allSettled(Array.from({ length: 20 }, again));
    assert.equal(tried.filter(({ status }) => status === "fulfilled").length, 1);
    await assert.rejects(again(), { code: "academy.outline_changed" });
  });

  it("brings back a lesson at its place, with its words, and once", async () => {
    const { courseId, lessons } = await three();
    const { removalId } = await house.call("academy.remove_lesson", { courseId, lessonKey: lessons.b! });
    assert.deepEqual((await outline(courseId))[0]?.lessons, ["a", "c"]);
    const back = () => house.call("academy.bring_back_part", { courseId, removalId });
    const tried = await Promise.allSettled(Array.from({ length: 20 }, back));
    assert.equal(tried.filter(({ status }) => status === "fulfilled").length, 1);
    assert.deepEqual((await outline(courseId))[0]?.lessons, ["a", "b", "c"]);
    await assert.rejects(back(), { code: "academy.removal_unknown" });
  });

  it("brings back a module with its lessons", async () => {
    const { courseId, moduleKey } = await three();
    await house.call("academy.add_module", { courseId, title: "Second" });
    const { removalId } = await house.call("academy.remove_module", { courseId, moduleKey });
    assert.deepEqual(await outline(courseId), [{ module: "Second", lessons: null }]);
    await house.call("academy.bring_back_part", { courseId, removalId });
    assert.deepEqual(await outline(courseId), [
      { module: "Beginning", lessons: ["a", "b", "c"] },
      { module: "Second", lessons: null },
    ]);
  });

  it("copies a lesson right after itself, with blocks of their own", async () => {
    const { courseId, lessons } = await three();
    await house.call("academy.duplicate_lesson", { courseId, lessonKey: lessons.a! });
    await house.call("academy.duplicate_lesson", { courseId, lessonKey: lessons.a! });
    assert.deepEqual((await outline(courseId))[0]?.lessons, ["a", "a-3", "a-2", "b", "c"]);
    const ids = await rows<{ id: string }>(
      house.app.database.db,
      sql`SELECT b->>'id' AS id FROM academy.lesson l JOIN academy.curriculum c ON c.id = l.curriculum_id,
            jsonb_array_elements(l.blocks) b WHERE c.course_id = ${courseId} AND c.status = 'draft'`,
    );
    assert.equal(new Set(ids.map(({ id }) => id)).size, 5);
  });

  it("renames a module and leaves the published one", async () => {
    const { courseId, moduleKey } = await three();
    await house.call("academy.update_module", { courseId, moduleKey, title: "Start" });
    assert.equal((await outline(courseId))[0]?.module, "Start");
    await assert.rejects(
      house.call("academy.update_module", { courseId, moduleKey: unknownKey, title: "x" }),
      { code: "academy.module_unknown" },
    );
  });
});

const unknownKey = "01990000-0000-7000-8000-000000000001";
