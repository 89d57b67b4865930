import { publicUrl } from "#kernel/config.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineSubscriber, type RecordedEvent } from "#kernel/events/event.ts";
import { renderMail } from "#kernel/mail/render.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { findStaffIds, notify } from "#modules/platform/index.ts";
import { MODERATORS } from "#modules/academy/community/moderators.ts";
import { QuestionAnswered, QuestionAsked } from "#modules/academy/events/community.ts";

/** Kind of the notice that a student asked. */
export const QUESTION_ASKED = "academy.question_asked";

interface Facts {
  subject: string;
  courseSlug: string;
  courseTitle: string;
  assigneeId: string | null;
  studentName: string;
  email: string;
  canBeMailed: boolean;
}

const readFacts = ({ tx }: CommandContext<undefined>, questionId: string) =>
  firstRow<Facts>(
    tx,
    sql`SELECT q.subject, c.slug AS "courseSlug", c.title AS "courseTitle", q.assignee_id AS "assigneeId",
          p.name AS "studentName", p.email,
          p.disabled_at IS NULL AND p.email NOT LIKE '%@erased.invalid' AS "canBeMailed"
        FROM academy.student_question q JOIN academy.course c ON c.id = q.course_id
          JOIN auth.person p ON p.id = q.person_id WHERE q.id = ${questionId}`,
  );

async function tellStaff(event: RecordedEvent, context: CommandContext<undefined>): Promise<void> {
  const { questionId } = QuestionAsked.payload.parse(event.payload);
  const facts = await readFacts(context, questionId);
  if (!facts) return;
  await notify(context, {
    personIds: facts.assigneeId ? [facts.assigneeId] : await findStaffIds(context.tx, [...MODERATORS]),
    kind: QUESTION_ASKED,
    title: `${facts.studentName} asks: ${facts.subject}`,
    body: `In ${facts.courseTitle}.`,
    href: `/console/academy/community/questions/${questionId}`,
    dedupeKey: `${QUESTION_ASKED}:${event.id}`,
  });
}

async function tellStudent(event: RecordedEvent, context: CommandContext<undefined>): Promise<void> {
  const { questionId, personId } = QuestionAnswered.payload.parse(event.payload);
  const facts = await readFacts(context, questionId);
  if (!facts?.canBeMailed) return;
  const subject = `Your question is answered: ${facts.subject}`;
  await context.mail.queue(context.tx, {
    ...renderMail({
      title: "Your question is answered",
      paragraphs: [
        `${facts.subject}, in ${facts.courseTitle}.`,
        "The answer is on the page. You can ask on there.",
      ],
      action: {
        label: "Read the answer",
        href: `${publicUrl(context.config)}/learn/${facts.courseSlug}/questions`,
      },
      footer: `You get this because you asked in ${facts.courseTitle}.`,
    }),
    to: facts.email,
    toName: facts.studentName,
    subject,
    kind: "academy.question_answered",
    personId,
    idempotencyKey: `academy.question_answered:${event.id}`,
  });
}

/** Tells staff of a question and its student of the answer. What was written stays off the mail: it is private. */
export const tellOfQuestions = defineSubscriber({
  name: "academy.tell_of_questions",
  events: [QuestionAsked.name, QuestionAnswered.name],
  handle: (event, context) =>
    event.name === QuestionAsked.name ? tellStaff(event, context) : tellStudent(event, context),
});
