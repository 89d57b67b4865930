import type { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourseBySlug } from "#modules/academy/authoring/course-row.ts";
import { readMessages } from "#modules/academy/community/question-row.ts";
import { type MyQuestion, MyQuestions, MyQuestionsOf } from "#modules/academy/contract/questions.ts";
import { demandLearning, getMyEnrollment } from "#modules/academy/learning/enrollment.ts";

/** One's questions in a course with their answers, the newest first. Errors: `academy.not_enrolled`, `academy.enrollment_closed`. */
export const listMyQuestions = defineQuery({
  name: "academy.list_my_questions",
  title: "List my questions in a course I take",
  http: "GET /learn/courses/:course/questions",
  access: "customer",
  input: MyQuestionsOf,
  output: MyQuestions,
  run: async ({ db, actor, input }) => {
    const mine = await getMyEnrollment(db, { courseSlug: input.course, personId: actorPersonId(actor) });
    demandLearning(mine);
    const course = await getCourseBySlug(db, input.course);
    const found = await rows<Omit<z.output<typeof MyQuestion>, "messages">>(
      db,
      sql`SELECT q.id AS "questionId", q.subject, q.status, l.slug AS "lessonSlug", l.title AS "lessonTitle",
            to_jsonb(q.created_at) AS "createdAt", to_jsonb(q.last_at) AS "lastAt"
          FROM academy.student_question q
            LEFT JOIN academy.lesson l ON l.curriculum_id = ${mine.curriculum_id} AND l.key = q.lesson_key
          WHERE q.enrollment_id = ${mine.id} ORDER BY q.last_at DESC, q.id DESC LIMIT 200`,
    );
    const messages = await readMessages(
      db,
      found.map(({ questionId }) => questionId),
    );
    return {
      courseTitle: course.title,
      questions: found.map((question) => ({
        ...question,
        messages: messages.filter(({ questionId }) => questionId === question.questionId),
      })),
    };
  },
});
