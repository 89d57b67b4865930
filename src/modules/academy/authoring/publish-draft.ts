import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { CourseRow } from "#modules/academy/authoring/course-row.ts";
import { findDraft } from "#modules/academy/authoring/draft.ts";
import { loadCheckedDraft } from "#modules/academy/authoring/load-checked-draft.ts";
import { CurriculumPublished } from "#modules/academy/events/authoring.ts";
import { checkDraft } from "#modules/academy/rules/authoring/check-draft.ts";

type Context = Pick<AcademyContext, "tx" | "now" | "actor" | "emit">;

/** Refuses a draft with errors, and says which. Errors: `academy.curriculum_empty`, `academy.draft_faulty`. */
async function demandSound({ tx }: Context, courseId: string, curriculumId: string): Promise<void> {
  const findings = checkDraft(await loadCheckedDraft(tx, { courseId, curriculumId }));
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.some(({ code }) => code === "course_empty"))
    throw refuse("conflict", "academy.curriculum_empty", "The draft has no lesson yet. Add one first.");
  const [first] = errors;
  if (!first) return;
  const more = errors.length > 1 ? ` ${errors.length - 1} more to mend.` : "";
  throw refuse("conflict", "academy.draft_faulty", `${first.place}: ${first.message}${more}`, {
    data: { findings: errors.slice(0, 100).map((finding) => ({ ...finding })) },
  });
}

/**
 * Puts the draft of a locked course in force for who begins from now on. Errors: `academy.course_archived`,
 * `academy.nothing_to_publish`, `academy.curriculum_empty`, `academy.draft_faulty` with the findings.
 */
export async function publishDraft(
  context: Context,
  course: CourseRow,
  note: string,
): Promise<{ curriculumId: string; number: number }> {
  const { tx, now, actor, emit } = context;
  if (course.status === "archived")
    throw refuse("conflict", "academy.course_archived", "This course is archived. Restore it first.");
  const draft = await findDraft(tx, course.id);
  if (!draft)
    throw refuse("conflict", "academy.nothing_to_publish", "Nothing was changed since the last version.");
  await demandSound(context, course.id, draft.id);
  await tx.execute(
    sql`UPDATE academy.curriculum SET status = 'retired' WHERE course_id = ${course.id} AND status = 'published'`,
  );
  await tx.execute(sql`DELETE FROM academy.removed_part WHERE curriculum_id = ${draft.id}`);
  await tx.execute(
    sql`UPDATE academy.curriculum SET status = 'published', published_at = ${now.toString()}, note = ${note},
          published_by = ${actorPersonId(actor)}, publish_at = NULL WHERE id = ${draft.id}`,
  );
  await tx.execute(
    sql`UPDATE academy.course SET status = 'published', published_at = coalesce(published_at, ${now.toString()}),
          version = version + 1 WHERE id = ${course.id}`,
  );
  const published = { curriculumId: draft.id, number: draft.number };
  await emit(CurriculumPublished, { courseId: course.id, slug: course.slug, ...published });
  return published;
}
