import { layout, route } from "@react-router/dev/routes";

/** A student's cohort and its live sessions. */
export const openRoutes = [
  layout("routes/learn/learn-shell.tsx", { id: "learn-cohort" }, [
    layout("routes/learn/learn-boundary.tsx", { id: "learn-cohort-boundary" }, [
      route("learn/:course/sessions", "routes/learn-cohort/sessions.tsx"),
    ]),
  ]),
];
