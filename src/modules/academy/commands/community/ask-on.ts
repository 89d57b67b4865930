import { actorPersonId } from "#kernel/actor.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockQuestion } from "#modules/academy/community/question-row.ts";
import { demandQuestionPace, writeMessage } from "#modules/academy/community/write-message.ts";
import { AskedQuestion, AskOn } from "#modules/academy/contract/questions.ts";
import { demandLearning, getEnrollment } from "#modules/academy/learning/enrollment.ts";

/**
 * Asks on in a question of one's own; it is open again. Errors: `academy.student_question_unknown`,
 * `academy.enrollment_closed`, `academy.messages_too_fast`.
 */
export const askOn = defineCommand({
  name: "academy.ask_on",
  title: "Ask on in a question of mine",
  http: "POST /learn/questions/:questionId/messages",
  access: "customer",
  input: AskOn,
  output: AskedQuestion,
  load: (tx, { questionId }) => lockQuestion(tx, questionId),
  allow: (actor, question) => question.person_id === actorPersonId(actor),
  run: async (context, question) => {
    demandLearning(await getEnrollment(context.tx, question.enrollment_id));
    await demandQuestionPace(context, question.person_id);
    const messageId = await writeMessage(context, question, {
      authorId: question.person_id,
      isStaff: false,
      body: context.input.body,
    });
    return { questionId: question.id, messageId };
  },
});
