import { addQuiz } from "#modules/academy/commands/quizzes/add-quiz.ts";
import { archiveQuestion } from "#modules/academy/commands/quizzes/archive-question.ts";
import { closeOverdueAttempt } from "#modules/academy/commands/quizzes/close-overdue-attempt.ts";
import { createQuestion } from "#modules/academy/commands/quizzes/create-question.ts";
import { duplicateQuestion } from "#modules/academy/commands/quizzes/duplicate-question.ts";
import { giveAllowance } from "#modules/academy/commands/quizzes/give-allowance.ts";
import { importQuestions } from "#modules/academy/commands/quizzes/import-questions.ts";
import { remarkQuestion } from "#modules/academy/commands/quizzes/remark-question.ts";
import { removeQuiz } from "#modules/academy/commands/quizzes/remove-quiz.ts";
import { restoreQuestion } from "#modules/academy/commands/quizzes/restore-question.ts";
import { reviseQuestion } from "#modules/academy/commands/quizzes/revise-question.ts";
import { saveAnswer } from "#modules/academy/commands/quizzes/save-answer.ts";
import { saveDraftQuiz } from "#modules/academy/commands/quizzes/save-quiz.ts";
import { startMyAttempt } from "#modules/academy/commands/quizzes/start-attempt.ts";
import { submitAttempt } from "#modules/academy/commands/quizzes/submit-attempt.ts";
import { voidAttempt } from "#modules/academy/commands/quizzes/void-attempt.ts";
import { withdrawAllowance } from "#modules/academy/commands/quizzes/withdraw-allowance.ts";
import * as events from "#modules/academy/events/quizzes.ts";
import { closeOverdueAttempts } from "#modules/academy/jobs/close-overdue-attempts.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import * as personalData from "#modules/academy/personal-data/quizzes.ts";
import { getAttemptDetail } from "#modules/academy/queries/quizzes/get-attempt.ts";
import { getItemAnalysis } from "#modules/academy/queries/quizzes/get-item-analysis.ts";
import { getMyAttempt } from "#modules/academy/queries/quizzes/get-my-attempt.ts";
import { getMyQuiz } from "#modules/academy/queries/quizzes/get-my-quiz.ts";
import { getQuestion } from "#modules/academy/queries/quizzes/get-question.ts";
import { getQuiz } from "#modules/academy/queries/quizzes/get-quiz.ts";
import { listAttempts } from "#modules/academy/queries/quizzes/list-attempts.ts";
import { listQuestionTags } from "#modules/academy/queries/quizzes/list-question-tags.ts";
import { listQuestions } from "#modules/academy/queries/quizzes/list-questions.ts";
import { listQuizzes } from "#modules/academy/queries/quizzes/list-quizzes.ts";
import { previewRemark } from "#modules/academy/queries/quizzes/preview-remark.ts";

/** Questions, quizzes and attempts. */
export const quizzesPart = {
  operations: [
    createQuestion,
    reviseQuestion,
    archiveQuestion,
    restoreQuestion,
    duplicateQuestion,
    importQuestions,
    addQuiz,
    saveDraftQuiz,
    removeQuiz,
    startMyAttempt,
    saveAnswer,
    submitAttempt,
    getMyQuiz,
    getMyAttempt,
    listQuestions,
    getQuestion,
    listQuestionTags,
    listQuizzes,
    getQuiz,
    listAttempts,
    getAttemptDetail,
    voidAttempt,
    closeOverdueAttempt,
    giveAllowance,
    withdrawAllowance,
    previewRemark,
    remarkQuestion,
    getItemAnalysis,
  ],
  events: Object.values(events),
  jobs: [closeOverdueAttempts],
  personalData: Object.values(personalData),
} as const satisfies AcademyPart;
