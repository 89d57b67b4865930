import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { QuestionRow } from "#modules/academy/community/question-row.ts";
import { readPost } from "#modules/academy/community/write-post.ts";
import { QuestionAnswered, QuestionAsked } from "#modules/academy/events/community.ts";
import { MESSAGES_AT_ONCE, RATE_MINUTES } from "#modules/academy/rules/community/post-limits.ts";

/** Counted one after the other for each student, over all their questions. Errors: `academy.messages_too_fast`. */
export async function demandQuestionPace(
  { tx, now }: Pick<AcademyContext, "tx" | "now">,
  personId: string,
): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('academy.questions:' || ${personId}::text, 0))`,
  );
  const found = await firstRow<{ count: number }>(
    tx,
    sql`SELECT count(*)::int AS count FROM academy.student_question_message
        WHERE author_id = ${personId} AND NOT is_staff AND at > ${now.subtract({ minutes: RATE_MINUTES }).toString()}`,
  );
  if ((found?.count ?? 0) >= MESSAGES_AT_ONCE)
    throw refuse(
      "rate_limited",
      "academy.messages_too_fast",
      `You sent ${MESSAGES_AT_ONCE} messages in ${RATE_MINUTES} minutes. Wait a little before the next; your text stays here.`,
      { retryAfterSeconds: 60 },
    );
}

/** Adds to a question that is locked or new; staff's words answer it, a student's open it again. */
export async function writeMessage(
  ctx: AcademyContext,
  question: QuestionRow,
  { authorId, isStaff, body }: { authorId: string; isStaff: boolean; body: string },
): Promise<string> {
  const messageId = newId();
  const at = ctx.now.toString();
  await ctx.tx.execute(
    sql`INSERT INTO academy.student_question_message (id, question_id, account_id, person_id, author_id, author_name,
          is_staff, body, content, at)
        SELECT ${messageId}, ${question.id}, ${question.account_id}, ${question.person_id}, id, name, ${isStaff}, ${body},
          ${JSON.stringify(readPost(body))}::jsonb, ${at} FROM auth.person WHERE id = ${authorId}`,
  );
  await ctx.tx.execute(
    sql`UPDATE academy.student_question SET status = ${isStaff ? "answered" : "open"}, last_at = ${at}
        WHERE id = ${question.id}`,
  );
  await ctx.emit(isStaff ? QuestionAnswered : QuestionAsked, {
    accountId: question.account_id,
    questionId: question.id,
    courseId: question.course_id,
    personId: question.person_id,
    messageId,
  });
  return messageId;
}
