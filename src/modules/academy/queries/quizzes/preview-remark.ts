import { defineQuery } from "#kernel/operation/operation.ts";
import { QuestionRef } from "#modules/academy/contract/quizzes.ts";
import { RemarkPreview } from "#modules/academy/contract/quiz-staff.ts";
import { getQuestionRow } from "#modules/academy/quizzes/question-row.ts";
import { planRemark } from "#modules/academy/quizzes/remark.ts";

/** What marking finished attempts anew by a question's current key would change. Errors: `academy.question_unknown`. */
export const previewRemark = defineQuery({
  name: "academy.preview_remark",
  title: "Preview marking a question anew",
  http: "GET /academy/questions/:questionId/remark",
  access: "academy:grade",
  input: QuestionRef,
  output: RemarkPreview,
  run: async ({ db, input: { questionId } }) => {
    const { body, version } = await getQuestionRow(db, questionId);
    const { asked, changes } = await planRemark(db, { questionId, body, keepBetter: false });
    const count = (is: (change: (typeof changes)[number]) => boolean) => changes.filter(is).length;
    return {
      questionId,
      version,
      attempts: asked,
      raised: count((one) => one.awardedAfter > one.awardedBefore),
      lowered: count((one) => one.awardedAfter < one.awardedBefore),
      nowPassing: count((one) => one.passesAfter && !one.passesBefore),
      nowFailing: count((one) => one.passesBefore && !one.passesAfter),
      changes: changes.slice(0, 200).map((one) => ({
        attemptId: one.attempt.id,
        studentName: one.studentName,
        scorePpmBefore: one.scoreBefore,
        scorePpmAfter: one.scoreAfter,
      })),
    };
  },
});
