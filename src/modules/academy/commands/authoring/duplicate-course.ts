import { defineCommand } from "#kernel/operation/operation.ts";
import { DuplicateCourse } from "#modules/academy/contract/authoring-course.ts";
import { CreatedCourse } from "#modules/academy/contract/authoring.ts";
import { loadCourseDraft } from "#modules/academy/transfer/load-course-draft.ts";
import { writeCourseDraft } from "#modules/academy/transfer/write-course-draft.ts";

/**
 * Copies a whole course, with questions, files and packages: unpublished, and not for sale. Errors:
 * `academy.course_unknown`, `academy.course_taken`, `academy.nothing_to_export`.
 */
export const duplicateCourse = defineCommand({
  name: "academy.duplicate_course",
  title: "Duplicate a course",
  http: "POST /academy/courses/:courseId/copies",
  access: "academy:write",
  input: DuplicateCourse,
  output: CreatedCourse,
  run: async (context) => {
    const { tx, input } = context;
    const { draft, parts } = await loadCourseDraft(tx, { courseId: input.courseId, version: input.version });
    const named = new Map(draft.media.map(({ path, name, mediaType }) => [path, { name, mediaType }]));
    // The store knows bytes by their sum: a copy points at the same ones.
    const kept = new Map(
      [...parts].map(([sha256, { bytes }]) => {
        const known = named.get(sha256) ?? { name: "file", mediaType: "application/octet-stream" };
        return [sha256, { sha256, bytes, ...known }] as const;
      }),
    );
    const facts = { ...draft.facts, title: input.title, entitlement: null };
    return writeCourseDraft(context, { draft: { ...draft, slug: input.slug, facts }, kept });
  },
});
