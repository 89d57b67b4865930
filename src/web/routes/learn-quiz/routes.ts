import { layout, route } from "@react-router/dev/routes";

/** Taking a quiz, inside the frame of everything a student sees. */
export const openRoutes = [
  layout("routes/learn/learn-shell.tsx", { id: "learn-quiz" }, [
    layout("routes/learn/learn-boundary.tsx", { id: "learn-quiz-boundary" }, [
      route("learn/:course/quizzes/:quizKey", "routes/learn-quiz/quiz.tsx"),
      route("learn/:course/quizzes/:quizKey/attempts/:attemptId", "routes/learn-quiz/attempt.tsx"),
    ]),
  ]),
];
