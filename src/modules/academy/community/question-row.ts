import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";

/** A student's question as its commands look at it. */
export interface QuestionRow {
  id: string;
  enrollment_id: string;
  account_id: string;
  person_id: string;
  course_id: string;
  status: "open" | "answered";
  assignee_id: string | null;
}

/** Locks a question; a customer's operation finds the person's own alone. Errors: `academy.student_question_unknown`. */
export async function lockQuestion(db: Db, questionId: string): Promise<QuestionRow> {
  const found = await firstRow<QuestionRow>(
    db,
    sql`SELECT id, enrollment_id, account_id, person_id, course_id, status, assignee_id
        FROM academy.student_question WHERE id = ${questionId} FOR NO KEY UPDATE`,
  );
  if (!found) throw refuse("not_found", "academy.student_question_unknown", "There is no such question.");
  return found;
}

/** Something said in a question. */
export interface MessageView {
  questionId: string;
  messageId: string;
  authorName: string;
  isStaff: boolean;
  text: RichText;
  at: string;
}

/** Everything said in some questions, the oldest first. */
export const readMessages = (db: Db, questionIds: readonly string[]): Promise<MessageView[]> =>
  rows<MessageView>(
    db,
    sql`SELECT question_id AS "questionId", id AS "messageId", author_name AS "authorName", is_staff AS "isStaff",
          content AS text, to_jsonb(at) AS at FROM academy.student_question_message
        WHERE question_id = ANY (${sql.param(questionIds)}::uuid[]) ORDER BY at, id LIMIT 5000`,
  );
