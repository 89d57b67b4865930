import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { paragraph, writeCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("a course", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  it("changes what is given and keeps the rest", async () => {
    const { courseId } = await writeCourse(house);
    const { version, facts } = await house.call("academy.get_course", { courseId });
    await house.call("academy.update_course", {
      courseId,
      version,
      facts: { outcomes: ["Sell"], level: "advanced" },
    });
    const changed = await house.call("academy.get_course", { courseId });
    assert.deepEqual(changed.facts, { ...facts, outcomes: ["Sell"], level: "advanced" });
    assert.equal(changed.version, version + 1);
  });

  it("takes one of twenty saves made from the same version, and no address of another", async () => {
    const { courseId } = await writeCourse(house);
    const other = await writeCourse(house);
    const { version } = await house.call("academy.get_course", { courseId });
    const save = (title: string) =>
      house.call("academy.update_course", { courseId, version, facts: { title } });
    const tried = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => save(`Title ${at}`)));
    assert.equal(tried.filter(({ status }) => status === "fulfilled").length, 1);
    await assert.rejects(save("late"), { code: "academy.course_changed" });
    await assert.rejects(
      house.call("academy.update_course", { courseId, version: version + 1, slug: other.slug }),
      { code: "academy.course_taken" },
    );
  });

  it("goes to the archive and comes back as it was", async () => {
    const { courseId } = await writeCourse(house);
    assert.deepEqual(await house.call("academy.archive_course", { courseId }), { status: "archived" });
    await assert.rejects(house.call("academy.archive_course", { courseId }), {
      code: "academy.course_archived",
    });
    await assert.rejects(house.call("academy.publish_curriculum", { courseId }), {
      code: "academy.course_archived",
    });
    assert.deepEqual(await house.call("academy.restore_course", { courseId }), { status: "published" });
    await assert.rejects(house.call("academy.restore_course", { courseId }), {
      code: "academy.course_not_archived",
    });
  });

  it("is copied whole, unpublished and not for sale", async () => {
    const original = await writeCourse(house, { entitlement: "academy.course:copied" });
    const copy = await house.call("academy.duplicate_course", {
      courseId: original.courseId,
      slug: `${original.slug}-2`,
      title: "The copy",
    });
    const made = await house.call("academy.get_course", { courseId: copy.courseId });
    assert.deepEqual([made.status, made.facts.title, made.facts.entitlement], ["draft", "The copy", null]);
    assert.deepEqual(
      made.modules.map(({ lessons }) => lessons.map(({ slug }) => slug)),
      [["first", "second"]],
    );
    assert.notEqual(made.modules[0]?.lessons[0]?.key, original.lessons.first);
  });

  it("lists with how it does, found by a part of its title", async () => {
    const { courseId, slug } = await writeCourse(house, { slug: "finding-nails" });
    await house.call("academy.add_module", { courseId, title: "More" });
    const { items, total } = await house.call("academy.list_courses", { q: "NAILS" });
    assert.equal(total, 1);
    const [item] = items;
    assert.deepEqual(
      [item?.slug, item?.status, item?.lessons, item?.students, item?.hasDraft],
      [slug, "published", 2, 0, true],
    );
  });

  it("shows the saves of a lesson and brings one back", async () => {
    const { courseId, lessons } = await writeCourse(house);
    const at = { courseId, lessonKey: lessons.first! };
    const { blocks } = await house.call("academy.get_lesson", at);
    const more = [
      ...blocks,
      { ...blocks[0]!, id: courseId, text: paragraph("More.") } as (typeof blocks)[number],
    ];
    await house.call("academy.save_lesson", { ...at, revision: 1, blocks: more, title: "New" });
    await house.call("academy.save_lesson", { ...at, revision: 2, blocks: [] });
    const { items } = await house.call("academy.list_lesson_revisions", at);
    assert.deepEqual(
      items.map(({ revision, change }) => [revision, change.added, change.removed, change.isRenamed]),
      [
        [3, 0, 2, false],
        [2, 1, 0, true],
        [1, 1, 0, false],
      ],
    );
    const restore = (revision: number, current: number) =>
      house.call("academy.restore_lesson_revision", { ...at, revision, current });
    await assert.rejects(restore(2, 2), { code: "academy.lesson_changed" });
    await assert.rejects(restore(9, 3), { code: "academy.revision_unknown" });
    assert.deepEqual(await restore(2, 3), { revision: 4 });
    const restored = await house.call("academy.get_lesson", at);
    assert.deepEqual([restored.title, restored.blocks.length], ["New", 2]);
  });
});
