import { layout, route } from "@react-router/dev/routes";

/** What a student hands in. */
export const openRoutes = [
  layout("routes/learn/learn-shell.tsx", { id: "learn-assignment" }, [
    layout("routes/learn/learn-boundary.tsx", { id: "learn-assignment-boundary" }, [
      route("learn/:course/assignments/:assignmentKey", "routes/learn-assignment/assignment.tsx"),
    ]),
  ]),
];
