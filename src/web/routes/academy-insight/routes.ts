import { index, route } from "@react-router/dev/routes";

/** What courses do, in numbers. */
export const consoleRoutes = [
  route("console/academy/insight", "routes/academy-insight/section.tsx", [
    index("routes/academy-insight/courses.tsx"),
    route(":courseId", "routes/academy-insight/course.tsx"),
    route(":courseId/recordings/:blockId", "routes/academy-insight/recording.tsx"),
  ]),
  route("console/academy/insight/:courseId/lessons.csv", "routes/academy-insight/lessons-csv.ts"),
];
