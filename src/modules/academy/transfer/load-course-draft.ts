import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { findDraft, findInForce } from "#modules/academy/authoring/draft.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { refuse } from "#kernel/errors.ts";
import type { CourseFacts } from "#modules/academy/contract/course.ts";
import { type CourseDraft, courseDraft } from "#modules/academy/contract/transfer.ts";
import { readQuestions } from "#modules/academy/quizzes/copy-questions.ts";
import { loadMedia, loadPackages, type StoredPart } from "#modules/academy/transfer/load-course-files.ts";

const loadFacts = async (db: Db, courseId: string): Promise<CourseFacts> => {
  const facts = await firstRow<CourseFacts>(
    db,
    sql`SELECT title, subtitle, summary, description, language, level, duration_days AS "durationDays", entitlement,
          outcomes, audience, requirements, faq, instructors, certificate, cover_file_id AS "coverFileId"
        FROM academy.course WHERE id = ${courseId}`,
  );
  if (!facts) throw refuse("not_found", "academy.course_unknown", "There is no such course.");
  return facts;
};

const loadModules = (db: Db, curriculumId: string) =>
  rows<CourseDraft["modules"][number]>(
    db,
    sql`SELECT m.key, m.title, m.summary, coalesce((
          SELECT jsonb_agg(jsonb_build_object('key', l.key, 'slug', l.slug, 'title', l.title, 'summary', l.summary,
            'minutes', l.minutes, 'isPreview', l.is_preview, 'completion', l.completion, 'opening', l.opening,
            'blocks', l.blocks) ORDER BY l.position)
          FROM academy.lesson l WHERE l.module_id = m.id), '[]'::jsonb) AS lessons
        FROM academy.module m WHERE m.curriculum_id = ${curriculumId} ORDER BY m.position`,
  );

/** Quizzes with their questions by slug; those that were archived since are left out of sections. */
const loadQuizzes = (db: Db, curriculumId: string) =>
  rows<CourseDraft["quizzes"][number]>(
    db,
    sql`SELECT z.key, z.slug, z.title, z.intro, z.settings, coalesce((
          SELECT jsonb_agg(s.section - 'questionIds' || jsonb_build_object('questions', coalesce((
            SELECT jsonb_agg(q.slug ORDER BY i.place)
            FROM jsonb_array_elements_text(s.section->'questionIds') WITH ORDINALITY AS i (id, place)
              JOIN academy.question q ON q.id = i.id::uuid AND q.archived_at IS NULL), '[]'::jsonb)) ORDER BY s.place)
          FROM jsonb_array_elements(z.sections) WITH ORDINALITY AS s (section, place)), '[]'::jsonb) AS sections
        FROM academy.quiz z WHERE z.curriculum_id = ${curriculumId} ORDER BY z.slug`,
  );

const loadAssignments = (db: Db, curriculumId: string) =>
  rows<CourseDraft["assignments"][number]>(
    db,
    sql`SELECT key, slug, title, brief, settings, rubric FROM academy.assignment
        WHERE curriculum_id = ${curriculumId} ORDER BY slug`,
  );

/** A course as it stands in this house: ids of files are those of the house, `path` and `from` the SHA-256 of the bytes. */
export interface LoadedCourse {
  draft: CourseDraft;
  /** The bytes there are, by SHA-256. */
  parts: ReadonlyMap<string, StoredPart>;
}

/**
 * Reads a whole course: the version in force or, where there is none or it is asked for, the draft.
 * Errors: `academy.course_unknown`, `academy.nothing_to_export`.
 */
export async function loadCourseDraft(
  db: Db,
  { courseId, version }: { courseId: string; version?: "in_force" | "draft" },
): Promise<LoadedCourse> {
  const course = await getCourse(db, courseId);
  const inForce = version === "draft" ? undefined : await findInForce(db, courseId);
  const curriculum =
    inForce ??
    (version === "in_force" ? undefined : await findDraft(db, courseId)) ??
    (await findInForce(db, courseId));
  if (!curriculum)
    throw refuse(
      "conflict",
      "academy.nothing_to_export",
      "This course has no version that could be exported.",
    );
  const questions = (await readQuestions(db, courseId)).map(({ id: _, ...question }) => question);
  const content = {
    facts: await loadFacts(db, courseId),
    modules: await loadModules(db, curriculum.id),
    questions: questions.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
    quizzes: await loadQuizzes(db, curriculum.id),
    assignments: await loadAssignments(db, curriculum.id),
  };
  const media = await loadMedia(db, courseId, content);
  const packages = await loadPackages(db, courseId);
  const parts = new Map([...media.parts, ...packages.parts].map((part) => [part.sha256, part]));
  return {
    draft: courseDraft.parse({ slug: course.slug, ...content, media: media.items, packages: packages.items }),
    parts,
  };
}
