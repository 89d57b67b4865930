import { addQuiz } from "#modules/academy/commands/quizzes/add-quiz.ts";
import { archiveQuestion } from "#modules/academy/commands/quizzes/archive-question.ts";
import { createQuestion } from "#modules/academy/commands/quizzes/create-question.ts";
import { duplicateQuestion } from "#modules/academy/commands/quizzes/duplicate-question.ts";
import { importQuestions } from "#modules/academy/commands/quizzes/import-questions.ts";
import { removeQuiz } from "#modules/academy/commands/quizzes/remove-quiz.ts";
import { restoreQuestion } from "#modules/academy/commands/quizzes/restore-question.ts";
import { reviseQuestion } from "#modules/academy/commands/quizzes/revise-question.ts";
import { saveAnswer } from "#modules/academy/commands/quizzes/save-answer.ts";
import { saveDraftQuiz } from "#modules/academy/commands/quizzes/save-quiz.ts";
import { startMyAttempt } from "#modules/academy/commands/quizzes/start-attempt.ts";
import { submitAttempt } from "#modules/academy/commands/quizzes/submit-attempt.ts";
import * as events from "#modules/academy/events/quizzes.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { getMyAttempt } from "#modules/academy/queries/quizzes/get-my-attempt.ts";
import { getMyQuiz } from "#modules/academy/queries/quizzes/get-my-quiz.ts";

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
  ],
  events: Object.values(events),
} as const satisfies AcademyPart;
