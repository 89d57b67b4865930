import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { CourseDraft } from "#modules/academy/contract/transfer.ts";

type Content = { draft: CourseDraft; questionIds: ReadonlyMap<string, string> };

/** Modules and lessons; each gets the place it stands at. */
async function writeModules({ tx, now, actor }: AcademyContext, curriculumId: string, { draft }: Content) {
  const modules = draft.modules.map((module, at) => ({ ...module, id: newId(), position: at + 1 }));
  const lessons = modules.flatMap((module) =>
    module.lessons.map((lesson, at) => ({ ...lesson, id: newId(), moduleId: module.id, position: at + 1 })),
  );
  await tx.execute(
    sql`INSERT INTO academy.module (id, curriculum_id, key, title, summary, position)
        SELECT m.id, ${curriculumId}::uuid, m.key, m.title, m.summary, m.position + (
          SELECT coalesce(max(position), 0) FROM academy.module WHERE curriculum_id = ${curriculumId})
        FROM jsonb_to_recordset(${JSON.stringify(modules.map(({ lessons: _, ...module }) => module))}::jsonb)
          AS m (id uuid, key uuid, title text, summary text, position int)`,
  );
  await tx.execute(
    sql`INSERT INTO academy.lesson (id, curriculum_id, module_id, key, slug, title, summary, position, minutes,
          is_preview, completion, opening, blocks, updated_at, updated_by)
        SELECT l.id, ${curriculumId}::uuid, l."moduleId", l.key, l.slug, l.title, l.summary, l.position, l.minutes,
          l."isPreview", l.completion, l.opening, l.blocks, ${now.toString()}::timestamptz, ${actorPersonId(actor)}::uuid
        FROM jsonb_to_recordset(${JSON.stringify(lessons)}::jsonb)
          AS l (id uuid, "moduleId" uuid, key uuid, slug text, title text, summary text, position int, minutes int,
            "isPreview" boolean, completion jsonb, opening jsonb, blocks jsonb)`,
  );
}

async function writeQuizzes({ tx }: AcademyContext, curriculumId: string, { draft, questionIds }: Content) {
  const quizzes = draft.quizzes.map(({ sections, ...quiz }) => ({
    ...quiz,
    id: newId(),
    sections: sections.map(({ questions, ...section }) => ({
      ...section,
      questionIds: questions.flatMap((slug) => questionIds.get(slug) ?? []),
    })),
  }));
  await tx.execute(
    sql`INSERT INTO academy.quiz (id, curriculum_id, key, slug, title, intro, settings, sections)
        SELECT q.id, ${curriculumId}::uuid, q.key, q.slug, q.title, q.intro, q.settings, q.sections
        FROM jsonb_to_recordset(${JSON.stringify(quizzes)}::jsonb)
          AS q (id uuid, key uuid, slug text, title text, intro jsonb, settings jsonb, sections jsonb)`,
  );
}

async function writeAssignments({ tx }: AcademyContext, curriculumId: string, { draft }: Content) {
  const assignments = draft.assignments.map((assignment) => ({ ...assignment, id: newId() }));
  await tx.execute(
    sql`INSERT INTO academy.assignment (id, curriculum_id, key, slug, title, brief, settings, rubric)
        SELECT a.id, ${curriculumId}::uuid, a.key, a.slug, a.title, a.brief, a.settings, a.rubric
        FROM jsonb_to_recordset(${JSON.stringify(assignments)}::jsonb)
          AS a (id uuid, key uuid, slug text, title text, brief jsonb, settings jsonb, rubric jsonb)`,
  );
}

/** Adds what a course draft teaches to the end of a draft curriculum; keys are those of the course draft. */
export async function writeCurriculum(
  context: AcademyContext,
  curriculumId: string,
  content: Content,
): Promise<void> {
  await writeModules(context, curriculumId, content);
  await writeQuizzes(context, curriculumId, content);
  await writeAssignments(context, curriculumId, content);
}
