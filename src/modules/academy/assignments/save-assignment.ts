import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { type AssignmentDraft, assignmentDraft } from "#modules/academy/contract/assignment-editing.ts";

/**
 * Writes an assignment into a draft curriculum, for importers: one of the same slug is replaced and keeps its key, so
 * that an import done again changes nothing. The caller holds the course's lock.
 */
export async function saveAssignment(
  ctx: Pick<AcademyContext, "tx">,
  curriculumId: string,
  given: AssignmentDraft,
): Promise<{ assignmentKey: string }> {
  const draft = assignmentDraft.parse(given);
  const written = await firstRow<{ key: string }>(
    ctx.tx,
    sql`INSERT INTO academy.assignment (id, curriculum_id, key, slug, title, brief, settings, rubric)
        VALUES (${newId()}, ${curriculumId}, ${newId()}, ${draft.slug}, ${draft.title}, ${JSON.stringify(draft.brief)}::jsonb,
          ${JSON.stringify(draft.settings)}::jsonb, ${JSON.stringify(draft.rubric)}::jsonb)
        ON CONFLICT (curriculum_id, slug) DO UPDATE SET title = excluded.title, brief = excluded.brief,
          settings = excluded.settings, rubric = excluded.rubric, revision = academy.assignment.revision + 1
        RETURNING key`,
  );
  if (!written) throw new Error("An assignment was not written");
  return { assignmentKey: written.key };
}
