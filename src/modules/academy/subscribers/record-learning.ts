import { z } from "zod";
import { publicUrl } from "#kernel/config.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineSubscriber } from "#kernel/events/event.ts";
import {
  CourseCompleted,
  LessonCompleted,
  LessonOpened,
  StudentEnrolled,
} from "#modules/academy/events/learning.ts";
import { studentActor } from "#modules/academy/lrs/authorities.ts";
import { recordStatements } from "#modules/academy/lrs/record-statements.ts";
import { learningStatement } from "#modules/academy/rules/learning/learning-statement.ts";

const Payload = z.object({
  accountId: z.uuid(),
  enrollmentId: z.uuid(),
  personId: z.uuid(),
  lessonKey: z.uuid().optional(),
});

const VERB_OF: Record<string, "initialized" | "completed" | "registered"> = {
  [StudentEnrolled.name]: "registered",
  [LessonOpened.name]: "initialized",
  [LessonCompleted.name]: "completed",
  [CourseCompleted.name]: "completed",
};

interface Things {
  course_slug: string;
  course_title: string;
  language: string;
  person_name: string;
  lesson_slug: string | null;
  lesson_title: string | null;
}

const readThings = (db: Db, enrollmentId: string, lessonKey: string | undefined) =>
  firstRow<Things>(
    db,
    sql`SELECT c.slug AS course_slug, c.title AS course_title, c.language, p.name AS person_name,
          l.slug AS lesson_slug, l.title AS lesson_title
        FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id JOIN auth.person p ON p.id = e.person_id
          LEFT JOIN academy.lesson l ON l.curriculum_id = e.curriculum_id AND l.key = ${lessonKey ?? null}
        WHERE e.id = ${enrollmentId}`,
  );

/**
 * What students do in the player stands in the learning record store like everybody else's: registered, opened, completed.
 * A statement has the id of its event, so an event delivered twice is one statement.
 */
export const recordLearning = defineSubscriber({
  name: "academy.record_learning",
  events: Object.keys(VERB_OF),
  handle: async (event, { tx, now, config }) => {
    const { accountId, enrollmentId, personId, lessonKey } = Payload.parse(event.payload);
    const verb = VERB_OF[event.name];
    const things = await readThings(tx, enrollmentId, lessonKey);
    if (!verb || !things || (lessonKey && !things.lesson_slug)) return;
    const home = publicUrl(config);
    const courseId = `${home}/courses/${things.course_slug}`;
    const isLesson = things.lesson_slug !== null;
    await recordStatements(tx, {
      statements: [
        learningStatement(event.id, studentActor(home, { personId, name: things.person_name }), {
          verb,
          activityId: isLesson ? `${courseId}/lessons/${things.lesson_slug}` : courseId,
          name: (isLesson ? things.lesson_title : things.course_title) ?? "",
          language: things.language,
          kind: isLesson ? "lesson" : "course",
          courseId,
          registration: enrollmentId,
          at: event.occurredAt.toString(),
        }),
      ],
      accountId,
      personId,
      enrolmentId: enrollmentId,
      now,
      config,
    });
  },
});
