import { fileURLToPath } from "node:url";
import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { type KeptBytes, keepBytes } from "#kernel/files/save-file.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { publishCurriculum } from "#modules/academy/commands/authoring/publish-curriculum.ts";
import { finishDraft } from "#modules/academy/transfer/draft/finish-draft.ts";
import { openFolder } from "#modules/academy/transfer/draft/folder-source.ts";
import { openLosses } from "#modules/academy/transfer/draft/losses.ts";
import { writeCourseDraft } from "#modules/academy/transfer/write-course-draft.ts";

const FOLDER = fileURLToPath(new URL("../../starter/ai-business-mastery", import.meta.url));
const MAX_BYTES = 50_000_000;

type Context = CommandContext<unknown>;

/** A house that has a course, or ever had one, is left alone. */
async function isEmpty({ tx }: Context): Promise<boolean> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('academy.starter_course', 0))`);
  return (await firstRow(tx, sql`SELECT id FROM academy.course LIMIT 1`)) === undefined;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Reads our own course. What it could not take would be a fault of ours, which a test finds; no house stands still for it. */
async function readStarter({ files, log }: Context) {
  // Readers of Markdown take memory that a running house needs not hold.
  const { readCourseFolder } = await import("#modules/academy/transfer/markdown/read-course-folder.ts");
  const [source, losses] = [await openFolder(FOLDER), openLosses()];
  const draft = finishDraft(await readCourseFolder(source, losses), losses);
  if (losses.list.length > 0) log.error({ losses: losses.list }, "The starter course has faults");
  const kept = new Map<string, KeptBytes>();
  for (const { path, name, mediaType } of draft.media) {
    const content = once(await source.bytes(path));
    kept.set(path, await keepBytes(files, { content, name, mediaType, maxBytes: MAX_BYTES }));
  }
  return { draft, kept };
}

/**
 * Writes and publishes the course that Cairn ships with, where there is no course yet; so it happens once, however often
 * and by how many it is called.
 */
export const createStarterCourse = defineCommand({
  name: "academy.create_starter_course",
  title: "Bring the starter course into an empty academy",
  http: "POST /academy/starter-course",
  access: "academy:write",
  input: z.object({}),
  output: z.object({ isCreated: z.boolean() }),
  run: async (context) => {
    if (!(await isEmpty(context))) return { isCreated: false };
    const { courseId } = await writeCourseDraft(context, await readStarter(context));
    const input = publishCurriculum.input.parse({ courseId, note: "The course that Cairn ships with." });
    await publishCurriculum.run({ ...context, input }, await lockCourse(context.tx, courseId));
    return { isCreated: true };
  },
});
