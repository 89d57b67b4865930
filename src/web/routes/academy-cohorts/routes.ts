import { index, route } from "@react-router/dev/routes";

/** Cohorts and their live sessions. */
export const consoleRoutes = [
  route("console/academy/cohorts", "routes/academy-cohorts/section.tsx", [
    index("routes/academy-cohorts/list.tsx"),
    route("new", "routes/academy-cohorts/new.tsx"),
    route("sessions/:sessionId", "routes/academy-cohorts/session.tsx"),
    route(":cohortId", "routes/academy-cohorts/cohort.tsx"),
    route(":cohortId/edit", "routes/academy-cohorts/edit.tsx"),
    route(":cohortId/students", "routes/academy-cohorts/students.tsx"),
    route(":cohortId/sessions/new", "routes/academy-cohorts/new-session.tsx"),
  ]),
  route("console/academy/cohorts/:cohortId/students.csv", "routes/academy-cohorts/students-csv.ts"),
];
