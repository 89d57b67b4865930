import { actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import type { Block } from "#modules/academy/contract/content.ts";
import { MyLesson, MyLessonOf } from "#modules/academy/contract/learning.ts";
import { demandLearning, type EnrollmentRow, getMyEnrollment } from "#modules/academy/learning/enrollment.ts";
import { type MyOutline, readMyOutline } from "#modules/academy/learning/my-outline.ts";
import { lessonNotOpen } from "#modules/academy/learning/openings.ts";
import { keptOutline } from "#modules/academy/learning/outline.ts";
import { readEvidence } from "#modules/academy/learning/read-evidence.ts";
import { decideCompletion } from "#modules/academy/rules/learning/decide-completion.ts";

type Item = MyOutline["items"][number];

interface LessonText {
  blocks: Block[];
  summary: string;
  course_title: string;
  position: object | null;
}

async function readText(db: Db, enrollment: EnrollmentRow, lessonKey: string): Promise<LessonText> {
  const text = await firstRow<LessonText>(
    db,
    sql`SELECT l.blocks, l.summary, c.title AS course_title,
          (SELECT position FROM academy.lesson_progress WHERE enrollment_id = ${enrollment.id} AND lesson_key = l.key)
            AS position
        FROM academy.lesson l, academy.course c
        WHERE l.curriculum_id = ${enrollment.curriculum_id} AND l.key = ${lessonKey} AND c.id = ${enrollment.course_id}`,
  );
  if (!text) throw new Error("A lesson of the outline has no text");
  return text;
}

/** What a lesson is done by, to say what comes next; null for one that is read. */
const HOLDS: Record<Item["completion"]["rule"], string | null> = {
  read: null,
  confirm: null,
  watch: "video",
  quiz: "quiz",
  submit: "assignment",
  grade: "assignment",
  package: "package",
};

const neighbourOf = (item: Item | undefined) =>
  item
    ? {
        slug: item.slug,
        title: item.title,
        minutes: item.minutes,
        isOpen: item.isOpen,
        holds: HOLDS[item.completion.rule],
      }
    : null;

/**
 * A lesson of a course one takes, with how far its rule is met. Errors: `academy.not_enrolled`,
 * `academy.enrollment_closed`, `academy.lesson_unknown`, `academy.lesson_not_open`.
 */
export const getMyLesson = defineQuery({
  name: "academy.get_my_lesson",
  title: "Read a lesson of a course I take",
  http: "GET /learn/courses/:course/lessons/:lesson",
  access: "customer",
  input: MyLessonOf,
  output: MyLesson,
  run: async ({ db, cache, now, actor, input }) => {
    const enrollment = await getMyEnrollment(db, {
      courseSlug: input.course,
      personId: actorPersonId(actor),
    });
    demandLearning(enrollment);
    const { items, done } = await readMyOutline({ db, cache, now }, enrollment);
    const index = items.findIndex(({ slug }) => slug === input.lesson);
    const item = items[index];
    if (!item) throw refuse("not_found", "academy.lesson_unknown", "Your course has no such lesson.");
    if (!item.isOpen && item.completedAt === null)
      throw lessonNotOpen({
        isOpen: false,
        opensAt: item.opensAt === null ? null : Temporal.Instant.from(item.opensAt),
        waitsFor: item.waitsFor,
      });
    const lesson = (await keptOutline({ db, cache }, enrollment.curriculum_id))[index];
    if (!lesson) throw new Error("An outline that changed between two looks");
    const [text, evidence] = await Promise.all([
      readText(db, enrollment, item.key),
      readEvidence(db, enrollment.id, lesson),
    ]);
    return {
      courseId: enrollment.course_id,
      courseTitle: text.course_title,
      enrollmentId: enrollment.id,
      zone: enrollment.zone,
      key: item.key,
      slug: item.slug,
      title: item.title,
      summary: text.summary,
      minutes: item.minutes,
      blocks: text.blocks,
      completion: item.completion,
      progress: decideCompletion(item.completion, evidence),
      completedAt: item.completedAt,
      position: text.position,
      previous: neighbourOf(items[index - 1]),
      next: neighbourOf(items[index + 1]),
      done,
      total: items.length,
    };
  },
});
