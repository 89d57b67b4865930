import { rows, sql } from "#kernel/db/sql.ts";
import { type KeptBytes, recordFile } from "#kernel/files/save-file.ts";
import { newId } from "#kernel/ids.ts";
import { actorPersonId } from "#kernel/actor.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { createCourse } from "#modules/academy/commands/authoring/create-course.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { CreateCourse } from "#modules/academy/contract/authoring.ts";
import type { CourseDraft } from "#modules/academy/contract/transfer.ts";
import { saveQuestions } from "#modules/academy/quizzes/save-questions.ts";
import { keysOf, ownIdsOf } from "#modules/academy/transfer/draft/keys-of.ts";
import { renameTaken } from "#modules/academy/transfer/rename-taken.ts";
import { mapIds } from "#modules/academy/transfer/draft/map-ids.ts";
import { writeCurriculum } from "#modules/academy/transfer/write-curriculum.ts";
import { writePackages } from "#modules/academy/transfer/write-packages.ts";

type Context = CommandContext<unknown>;

/** A draft whose bytes are all in the file store, by where they were in the source. */
export interface KeptDraft {
  draft: CourseDraft;
  kept: ReadonlyMap<string, KeptBytes>;
}

/** Notes the files of the draft as files of the house; their ids, by the ids the draft calls them. */
async function recordMedia(
  { tx, now, actor }: Context,
  { draft, kept }: KeptDraft,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { id, path, name } of draft.media) {
    const bytes = kept.get(path);
    if (!bytes) throw new Error(`The bytes of ${path} are not in the store`);
    const file = await recordFile(tx, { ...bytes, name }, { now, createdBy: actorPersonId(actor) });
    ids.set(id, file.fileId);
  }
  return ids;
}

/**
 * A course that comes back to the house it was exported from is another one: parts of two courses never share a name,
 * or what students do in one would count in the other.
 */
async function renewTakenKeys({ tx }: Context, draft: CourseDraft): Promise<Map<string, string>> {
  const keys = sql.param(keysOf(draft));
  const taken = await rows(
    tx,
    sql`SELECT 1 FROM academy.module WHERE key = ANY (${keys}::uuid[]) UNION ALL
        SELECT 1 FROM academy.lesson WHERE key = ANY (${keys}::uuid[]) UNION ALL
        SELECT 1 FROM academy.quiz WHERE key = ANY (${keys}::uuid[]) UNION ALL
        SELECT 1 FROM academy.assignment WHERE key = ANY (${keys}::uuid[]) UNION ALL
        SELECT 1 FROM academy.package WHERE id = ANY (${keys}::uuid[]) LIMIT 1`,
  );
  return new Map(taken.length > 0 ? ownIdsOf(draft).map((id) => [id, newId()] as const) : []);
}

async function linkFiles(
  { tx, now, actor }: Context,
  courseId: string,
  fileIds: readonly string[],
): Promise<void> {
  await tx.execute(
    sql`INSERT INTO academy.course_file (course_id, file_id, added_at, added_by)
        SELECT ${courseId}, file_id, ${now.toString()}::timestamptz, ${actorPersonId(actor)}::uuid
        FROM unnest(${sql.param(fileIds)}::uuid[]) AS file_id`,
  );
}

/** Everything but the course itself. */
async function writeParts(
  context: Context,
  { courseId, curriculumId }: { courseId: string; curriculumId: string },
  { draft, kept }: KeptDraft,
): Promise<void> {
  await writePackages(context, courseId, { packages: draft.packages, kept });
  const questionIds = await saveQuestions(context, courseId, draft.questions);
  await writeCurriculum(context, curriculumId, { draft, questionIds });
}

/** The draft with ids of this house: those of its files, and new ones for keys that another course has. */
async function settleIds(context: Context, given: KeptDraft) {
  const files = await recordMedia(context, given);
  const draft = mapIds(given.draft, new Map([...files, ...(await renewTakenKeys(context, given.draft))]));
  return { draft, fileIds: [...files.values()] };
}

/**
 * Makes a course of a draft, with all its parts, in the transaction of the caller: all of it or nothing. It is unpublished.
 * Errors: `academy.course_taken`, `academy.question_faulty`.
 */
export async function writeCourseDraft(
  context: Context,
  given: KeptDraft,
): Promise<{ courseId: string; curriculumId: string }> {
  const { draft, fileIds } = await settleIds(context, given);
  const input = CreateCourse.parse({ ...draft.facts, slug: draft.slug });
  const made = await createCourse.run({ ...context, input }, undefined);
  await lockCourse(context.tx, made.courseId);
  await linkFiles(context, made.courseId, fileIds);
  await writeParts(context, made, { draft, kept: given.kept });
  return made;
}

/**
 * Adds what a draft holds to a course there is: its modules at the end of the course's draft, its questions to the bank,
 * its files and packages. Names that are taken get a number. Errors: `academy.course_unknown`, `academy.question_faulty`.
 */
export async function addCourseDraft(
  context: Context,
  courseId: string,
  given: KeptDraft,
): Promise<{ courseId: string; curriculumId: string }> {
  await lockCourse(context.tx, courseId);
  const { id: curriculumId } = await openDraft(context.tx, { courseId, now: context.now });
  const { draft, fileIds } = await settleIds(context, given);
  await linkFiles(context, courseId, fileIds);
  const renamed = await renameTaken(context.tx, { courseId, curriculumId, draft });
  await writeParts(context, { courseId, curriculumId }, { draft: renamed, kept: given.kept });
  return { courseId, curriculumId };
}
