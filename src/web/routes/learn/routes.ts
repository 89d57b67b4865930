import { layout, route } from "@react-router/dev/routes";

/** A student's own courses. */
export const openRoutes = [
  layout("routes/learn/learn-shell.tsx", { id: "learn" }, [
    layout("routes/learn/learn-boundary.tsx", { id: "learn-boundary" }, [
      route("learn", "routes/learn/dashboard.tsx"),
      route("learn/:course", "routes/learn/course.tsx"),
      route("learn/:course/lessons/:lesson", "routes/learn/lesson.tsx"),
    ]),
  ]),
];
