import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Hono } from "hono";
import { sql } from "#kernel/db/sql.ts";
import { saveFile } from "#kernel/files/save-file.ts";
import type { Env } from "#kernel/http/env.ts";
import { newId } from "#kernel/ids.ts";
import { publicCourseFiles } from "#modules/academy/catalogue/public-files.ts";
import { paragraph, writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const VISITOR = { kind: "anonymous" } as const;
const text = (words: string) => ({ id: newId(), kind: "text" as const, text: paragraph(words) });
const QUIZ = newId();

describe("what visitors see of courses", () => {
  let house: TestApp;
  let course: WrittenCourse;
  before(async () => {
    house = await openTestApp();
    course = await writeCourse(house, {
      slug: "open",
      entitlement: "academy.course:open",
      lessons: [
        {
          slug: "free",
          minutes: 10,
          isPreview: true,
          blocks: [text("Free words."), { id: newId(), kind: "quiz", quizKey: QUIZ }],
        },
        { slug: "closed", minutes: 20, blocks: [text("Paid words.")] },
      ],
    });
    await writeCourse(house, { slug: "unfinished", publish: false });
  });
  after(() => house.close());

  const courses = async () => (await house.call("academy.list_public_courses", {}, VISITOR)).courses;
  const get = (slug: string) => house.call("academy.get_public_course", { slug }, VISITOR);
  const preview = (lesson: string) =>
    house.call("academy.get_preview_lesson", { slug: course.slug, lesson }, VISITOR);

  it("is what is out, with its length, and no draft", async () => {
    const seen = await courses();
    assert.deepEqual(
      seen.map(({ slug, lessons, minutes, hasCertificate }) => [slug, lessons, minutes, hasCertificate]),
      [["open", 2, 30, true]],
    );
    await assert.rejects(get("unfinished"), { code: "academy.course_not_public" });
    await assert.rejects(get("nothing"), { code: "academy.course_not_public" });
  });

  it("names the address of a lesson only where it may be read, and holds back what belongs to students", async () => {
    const { modules } = await get("open");
    assert.deepEqual(
      modules[0]!.lessons.map(({ title, slug }) => [title, slug]),
      [
        ["Lesson free", "free"],
        ["Lesson closed", null],
      ],
    );
    const lesson = await preview("free");
    assert.deepEqual(
      [lesson.blocks.map(({ kind }) => kind), lesson.heldBack, lesson.next],
      [["text"], ["quiz"], null],
    );
    await assert.rejects(preview("closed"), { code: "academy.preview_unknown" });
    const everything = JSON.stringify([await courses(), await get("open"), lesson]);
    for (const secret of ["Paid words", QUIZ, course.lessons.closed!])
      assert.ok(!everything.includes(secret), secret);
  });

  it("follows at once what is published, and never what is only written", async () => {
    const { courseId } = course;
    const change = (title: string, revision: number) =>
      house.call("academy.save_lesson", { courseId, lessonKey: course.lessons.free!, revision, title });
    await change("A new title", 1);
    assert.equal((await preview("free")).title, "Lesson free");
    await house.call("academy.publish_curriculum", { courseId });
    assert.equal((await preview("free")).title, "A new title");
    assert.equal((await get("open")).curriculumNumber, 2);
  });

  it("includes files of free lessons and covers, and no other file", async () => {
    const web = new Hono<Env>();
    publicCourseFiles(web, { runtime: house.app, clock: house.clock, actorOf: async () => VISITOR });
    const [picture, closed] = await Promise.all(
      ["picture", "closed"].map(async (content) => {
        const saved = await saveFile(house.app.database.db, house.app.services.files, {
          content: (async function* () {
            yield Buffer.from(content);
          })(),
          name: `${content}.txt`,
          mediaType: "text/plain",
          maxBytes: 100,
          now: house.clock.now(),
          createdBy: null,
        });
        return saved.fileId;
      }),
    );
    const other = await writeCourse(house, {
      slug: "pictures",
      lessons: [
        {
          slug: "free",
          isPreview: true,
          blocks: [{ id: newId(), kind: "file", fileId: picture!, title: "Take it" }],
        },
        { slug: "paid", blocks: [{ id: newId(), kind: "file", fileId: closed!, title: "Paid" }] },
      ],
    });
    const file = (slug: string, fileId: string) => web.request(`/courses/${slug}/files/${fileId}`);
    assert.equal(await (await file("pictures", picture!)).text(), "picture");
    assert.equal((await file("pictures", closed!)).status, 404);
    assert.equal((await file("open", picture!)).status, 404);
    await house.app.database.db.execute(
      sql`UPDATE academy.course SET status = 'archived' WHERE id = ${other.courseId}`,
    );
    assert.equal((await file("pictures", picture!)).status, 404);
  });
});
