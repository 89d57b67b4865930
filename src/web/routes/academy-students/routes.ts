import { index, layout, route } from "@react-router/dev/routes";

/** Who takes courses, and who was asked to. */
export const consoleRoutes = [
  route("console/academy/students", "routes/academy-students/section.tsx", [
    index("routes/academy-students/list.tsx"),
    route("new", "routes/academy-students/new.tsx"),
    route("invitations", "routes/academy-students/invitations.tsx"),
    route(":enrollmentId", "routes/academy-students/student.tsx"),
  ]),
  route("console/academy/students.csv", "routes/academy-students/students-csv.ts"),
];

/** Where the mail of an invitation leads. */
export const openRoutes = [
  layout("routes/auth/auth-layout.tsx", { id: "course-invitation-layout" }, [
    layout("routes/auth/auth-boundary.tsx", { id: "course-invitation-boundary" }, [
      route("learn/invitations/accept", "routes/academy-students/accept.tsx"),
    ]),
  ]),
];
