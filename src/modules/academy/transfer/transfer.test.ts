import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { writeArchive } from "#modules/academy/transfer/archive/write-archive.ts";
import { finishDraft } from "#modules/academy/transfer/draft/finish-draft.ts";
import { openFolder } from "#modules/academy/transfer/draft/folder-source.ts";
import { openLosses } from "#modules/academy/transfer/draft/losses.ts";
import { loadCourseDraft } from "#modules/academy/transfer/load-course-draft.ts";
import { nameParts } from "#modules/academy/transfer/markdown/name-parts.ts";
import { readCourseFolder } from "#modules/academy/transfer/markdown/read-course-folder.ts";
import {
  writeCourseFolder,
  writeFolderArchive,
} from "#modules/academy/transfer/markdown/write-course-folder.ts";
import { coursesWithBytes } from "#test/factories/course-draft.ts";
import { archiveOf, importFile, lookAt } from "#test/factories/imports.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const STARTER = new URL("../starter/ai-business-mastery", import.meta.url).pathname;

describe("courses in and out", () => {
  let house: TestApp;
  let other: TestApp;
  before(async () => {
    [house, other] = await Promise.all([openTestApp(), openTestApp({ start: "2028-05-05T05:05:05Z" })]);
  });
  after(() => Promise.all([house.close(), other.close()]));

  const exported = async (from: TestApp, courseId: string | null): Promise<Buffer> => {
    const course = await loadCourseDraft(from.app.database.db, { courseId: courseId ?? "" });
    return Buffer.concat(await Array.fromAsync(writeArchive(course, from.app.services.files)));
  };

  it("give the same bytes from the house they were brought into", async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(coursesWithBytes, async (course) => {
        number += 1;
        const original = await archiveOf({
          ...course,
          draft: { ...course.draft, slug: `generated-${number}` },
        });
        const there = await importFile(house, original, "course.zip");
        assert.equal(there.status, "done", JSON.stringify(there.error));
        const first = await exported(house, there.courseId);
        const elsewhere = await importFile(other, first, "course.zip");
        assert.deepEqual(elsewhere.losses, []);
        assert.ok((await exported(other, elsewhere.courseId)).equals(first));
      }),
      { numRuns: 12 },
    );
  });

  it("the starter course too, and a copy in its own house has keys of its own", async () => {
    const { db } = house.app.database;
    const starter = await importStarter();
    const archive = await exported(house, starter.id);
    const there = await importFile(other, archive, "starter.zip");
    assert.deepEqual([there.status, there.losses], ["done", []]);
    assert.ok((await exported(other, there.courseId)).equals(archive));
    const copy = await importFile(house, archive, "starter.zip", "a-copy");
    assert.deepEqual([copy.status, copy.losses.map(({ item }) => item)], ["done", ["What it is sold by"]]);
    const shared = await firstRow(
      db,
      sql`SELECT 1 FROM academy.lesson a JOIN academy.lesson b ON b.key = a.key AND b.curriculum_id <> a.curriculum_id LIMIT 1`,
    );
    assert.equal(shared, undefined);
  });

  async function importStarter(): Promise<{ id: string }> {
    const losses = openLosses();
    const draft = finishDraft(await readCourseFolder(await openFolder(STARTER), losses), losses);
    const folder = await openFolder(STARTER);
    const bytes = new Map<string, Buffer>();
    const media = [];
    for (const item of draft.media) {
      const content = Buffer.from(await folder.bytes(item.path));
      bytes.set(sha256Hex(content), content);
      media.push({ ...item, path: sha256Hex(content) });
    }
    const done = await importFile(
      house,
      await archiveOf({ draft: { ...draft, media }, bytes }),
      "starter.zip",
    );
    return { id: done.courseId ?? "" };
  }

  it("come as one course however often the job runs, and only after a yes", async () => {
    const [course] = fc.sample(coursesWithBytes, { numRuns: 1, seed: 7 });
    assert.ok(course);
    const archive = await archiveOf({ ...course, draft: { ...course.draft, slug: "once" } });
    const { importId, status, found } = await lookAt(house, archive, { name: "once.zip" });
    assert.deepEqual([status, found?.modules, found?.files], ["ready", course.draft.modules.length, 2]);
    const { db } = house.app.database;
    const count = () =>
      firstRow<{ n: number }>(db, sql`SELECT count(*)::int AS n FROM academy.course WHERE slug = 'once'`);
    assert.equal((await count())?.n, 0);
    const yes = await Promise.allSettled(
      Array.from({ length: 20 }, () => house.call("academy.confirm_import", { importId })),
    );
    assert.equal(yes.filter((one) => one.status === "fulfilled").length, 1);
    await Promise.all([1, 2, 3].map(() => house.runJob("academy.bring_import_in", { importId })));
    await house.runJob("academy.bring_import_in", { importId });
    assert.equal((await count())?.n, 1);
    assert.equal((await house.call("academy.get_import", { importId })).status, "done");
  });

  it("written as a folder of Markdown are read as they were", async () => {
    await fc.assert(
      fc.asyncProperty(coursesWithBytes, async ({ draft }) => {
        const read = async (files: Map<string, string>, media: readonly string[]) => {
          const losses = openLosses();
          const source = {
            paths: [...files.keys(), ...media].toSorted(),
            has: (path: string) => files.has(path) || media.includes(path),
            text: async (path: string) => files.get(path) ?? "",
          };
          return finishDraft(await readCourseFolder(source, losses), losses);
        };
        const mediaOf = (one: typeof draft) => one.media.map(({ id }) => nameParts(one).file(id) ?? "");
        const first = await read(writeCourseFolder(draft, nameParts(draft)), mediaOf(draft));
        const second = await read(writeCourseFolder(first, nameParts(first)), mediaOf(first));
        assert.deepEqual(second, first);
        assert.deepEqual(
          first.questions.map(({ slug, points, prompt, tags }) => [
            slug,
            points,
            tags,
            prompt.content.length,
          ]),
          draft.questions
            .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
            .map(({ slug, points, prompt, tags }) => [slug, points, tags, prompt.content.length]),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("come back from a folder archive that was exported", async () => {
    const [course] = fc.sample(coursesWithBytes, { numRuns: 1, seed: 11 });
    assert.ok(course);
    const made = await importFile(
      house,
      await archiveOf({ ...course, draft: { ...course.draft, slug: "as-text" } }),
      "c.zip",
    );
    const loaded = await loadCourseDraft(house.app.database.db, { courseId: made.courseId ?? "" });
    const zip = Buffer.concat(await Array.fromAsync(writeFolderArchive(loaded, house.app.services.files)));
    const back = await lookAt(other, zip, { name: "as-text.markdown.zip" });
    assert.deepEqual(
      [back.status, back.format, back.found?.questions],
      ["ready", "markdown", course.draft.questions.length],
    );
  });
});
