import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { CreateCourse, CreatedCourse } from "#modules/academy/contract/authoring.ts";
import { CourseChanged } from "#modules/academy/events/authoring.ts";

/** Starts a course that nobody sees yet, with an empty draft. Errors: `academy.course_taken`. */
export const createCourse = defineCommand({
  name: "academy.create_course",
  title: "Create a course",
  http: "POST /academy/courses",
  access: "academy:write",
  input: CreateCourse,
  output: CreatedCourse,
  run: async ({ tx, input, now, actor, emit }) => {
    const courseId = newId();
    const made = await firstRow(
      tx,
      sql`INSERT INTO academy.course (id, slug, title, subtitle, summary, description, language, level, duration_days,
            entitlement, outcomes, audience, requirements, faq, instructors, certificate, cover_file_id, status,
            created_at, created_by)
          VALUES (${courseId}, ${input.slug}, ${input.title}, ${input.subtitle}, ${input.summary},
            ${JSON.stringify(input.description)}, ${input.language}, ${input.level}, ${input.durationDays},
            ${input.entitlement}, ${sql.param(input.outcomes)}, ${sql.param(input.audience)},
            ${sql.param(input.requirements)}, ${JSON.stringify(input.faq)}, ${JSON.stringify(input.instructors)},
            ${input.certificate && JSON.stringify(input.certificate)}, ${input.coverFileId}, 'draft',
            ${now.toString()}, ${actorPersonId(actor)})
          ON CONFLICT DO NOTHING RETURNING id`,
    );
    if (!made)
      throw refuse(
        "conflict",
        "academy.course_taken",
        "Another course has this address or is sold by this key. Choose another.",
      );
    const draft = await openDraft(tx, { courseId, now });
    await emit(CourseChanged, { courseId, slug: input.slug, change: "created" });
    return { courseId, curriculumId: draft.id };
  },
});
