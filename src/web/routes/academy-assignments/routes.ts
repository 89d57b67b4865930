import { index, route } from "@react-router/dev/routes";

/** Assignments, work to mark, and grades. */
export const consoleRoutes = [
  route("console/academy/assignments", "routes/academy-assignments/section.tsx", [
    index("routes/academy-assignments/queue.tsx"),
    route("submissions/:submissionId", "routes/academy-assignments/submission.tsx"),
    route("courses/:courseId", "routes/academy-assignments/course.tsx"),
    route("courses/:courseId/new", "routes/academy-assignments/new.tsx"),
    route("courses/:courseId/:assignmentKey", "routes/academy-assignments/edit.tsx"),
  ]),
  route("console/academy/grades", "routes/academy-assignments/grades-section.tsx", [
    index("routes/academy-assignments/grades-courses.tsx"),
    route(":courseId", "routes/academy-assignments/grade-book.tsx"),
    route(":courseId/weights", "routes/academy-assignments/weights.tsx"),
    route("students/:enrollmentId", "routes/academy-assignments/student-grades.tsx"),
  ]),
  route("console/academy/grades/:courseId/grades.csv", "routes/academy-assignments/grade-book-csv.ts"),
];
