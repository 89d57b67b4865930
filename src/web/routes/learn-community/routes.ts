import { layout, route } from "@react-router/dev/routes";

/** What students say and read beside the lessons: discussions, announcements, questions. */
export const openRoutes = [
  layout("routes/learn/learn-shell.tsx", { id: "learn-community" }, [
    layout("routes/learn/learn-boundary.tsx", { id: "learn-community-boundary" }, [
      route("learn/:course/announcements", "routes/learn-community/announcements.tsx"),
      route("learn/:course/questions", "routes/learn-community/questions.tsx"),
      route("learn/:course/lessons/:lesson/discussion", "routes/learn-community/discussion.tsx"),
      route("learn/:course/lessons/:lesson/discussion/:threadId", "routes/learn-community/thread.tsx"),
    ]),
  ]),
];
