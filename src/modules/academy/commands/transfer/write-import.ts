import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { z } from "zod";
import { WriteImport } from "#modules/academy/contract/imports.ts";
import { type CourseDraft, courseDraft, type Loss } from "#modules/academy/contract/transfer.ts";
import { lockImport } from "#modules/academy/queries/transfer/import-rows.ts";
import { addCourseDraft, writeCourseDraft } from "#modules/academy/transfer/write-course-draft.ts";
import type { Tx } from "#kernel/db/database.ts";

/** A key of sale belongs to one course; the other is enrolled by hand until it gets one of its own. */
async function withFreeEntitlement(tx: Tx, draft: CourseDraft, losses: Loss[]): Promise<CourseDraft> {
  const { entitlement } = draft.facts;
  const taken =
    entitlement && (await firstRow(tx, sql`SELECT 1 FROM academy.course WHERE entitlement = ${entitlement}`));
  if (!taken) return draft;
  losses.push({ item: "What it is sold by", place: entitlement, why: "Another course is sold by this key." });
  return { ...draft, facts: { ...draft.facts, entitlement: null } };
}

/**
 * Makes the course of an import whose files are in the store, once, all of it or nothing. The house itself alone. An
 * import that is done already, or was cancelled, stays as it is. Errors: `academy.course_taken`, `academy.question_faulty`.
 */
export const writeImport = defineCommand({
  name: "academy.write_import",
  title: "Make the course of an import",
  http: "PUT /academy/imports/:importId/course",
  access: "academy:write",
  input: WriteImport,
  output: z.object({ importId: z.uuid(), courseId: z.uuid().nullable() }),
  load: lockImport,
  allow: (actor) => actor.kind === "system",
  run: async (context, row) => {
    const { tx, input, now } = context;
    if (row.status !== "writing") return { importId: row.id, courseId: row.course_id };
    const kept = new Map(input.kept.map((one) => [one.path, one]));
    const losses = [...input.losses];
    const given = courseDraft.parse(JSON.parse(input.draft));
    const draft = await withFreeEntitlement(tx, { ...given, slug: row.slug }, losses);
    const { courseId } = row.course_id
      ? await addCourseDraft(context, row.course_id, { draft, kept })
      : await writeCourseDraft(context, { draft, kept });
    await tx.execute(
      sql`UPDATE academy.import SET status = 'done', course_id = ${courseId}, finished_at = ${now.toString()},
            losses = ${JSON.stringify(losses)}::jsonb WHERE id = ${row.id}`,
    );
    return { importId: row.id, courseId };
  },
});
