import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { openFolder } from "#modules/academy/transfer/draft/folder-source.ts";
import { openLosses } from "#modules/academy/transfer/draft/losses.ts";
import { readCourseFolder } from "#modules/academy/transfer/markdown/read-course-folder.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const FOLDER = new URL("../../starter/ai-business-mastery", import.meta.url).pathname;

describe("the starter course", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  it("is read without a loss and is as large as it says", async () => {
    const losses = openLosses();
    const draft = await readCourseFolder(await openFolder(FOLDER), losses);
    assert.deepEqual(losses.list, []);
    assert.equal(draft.modules.length, 4);
    assert.ok(draft.modules.flatMap(({ lessons }) => lessons).length >= 16);
    assert.equal(draft.quizzes.length, 4);
    assert.ok(draft.assignments.some(({ rubric }) => rubric.length > 0));
  });

  it("comes once, however many ask at once, and is published", async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, () => house.call("academy.create_starter_course", {})),
    );
    assert.equal(made.filter(({ isCreated }) => isCreated).length, 1);
    const { db } = house.app.database;
    const courses = await rows<{ slug: string; status: string }>(
      db,
      sql`SELECT slug, status FROM academy.course`,
    );
    assert.deepEqual(courses, [{ slug: "ai-business-mastery", status: "published" }]);
    const [found] = await rows<{ lessons: number; files: number; questions: number }>(
      db,
      sql`SELECT (SELECT count(*)::int FROM academy.lesson) AS lessons, (SELECT count(*)::int FROM academy.course_file) AS files,
            (SELECT count(*)::int FROM academy.question) AS questions`,
    );
    assert.ok(
      found && found.lessons >= 16 && found.files >= 16 && found.questions >= 40,
      JSON.stringify(found),
    );
  });

  it("names in its lessons only files of the house", async () => {
    const { db } = house.app.database;
    const strays = await rows(
      db,
      sql`SELECT block->>'fileId' FROM academy.lesson, jsonb_array_elements(blocks) AS block
          WHERE block ? 'fileId' AND NOT EXISTS (SELECT 1 FROM kernel.file f WHERE f.id = (block->>'fileId')::uuid)`,
    );
    assert.deepEqual(strays, []);
  });
});
