import { index, route } from "@react-router/dev/routes";

const page = (name: string) => `routes/academy-quizzes/${name}.tsx`;
const file = (name: string) => `routes/academy-quizzes/${name}.ts`;

/** Questions, quizzes, attempts, and how questions work. */
export const consoleRoutes = [
  route("console/academy/questions.csv", file("questions-csv")),
  route("console/academy/questions", page("questions-section"), [
    index(page("questions")),
    route("new", page("question-new")),
    route(":questionId", page("question")),
    route(":questionId/remark", page("remark")),
  ]),
  route("console/academy/attempts.csv", file("attempts-csv")),
  route("console/academy/attempts/:attemptId", page("attempt")),
  route("console/academy/quizzes", page("quizzes-section"), [
    index(page("quizzes")),
    route("new", page("quiz-new")),
    route(":courseId/:quizKey/analysis.csv", file("analysis-csv")),
    route(":courseId/:quizKey", page("quiz-section"), [
      index(page("quiz")),
      route("attempts", page("attempts")),
      route("analysis", page("analysis")),
    ]),
  ]),
];
