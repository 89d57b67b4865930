import { Outlet } from "react-router";
import type { z } from "zod";
import type { CourseForAuthors } from "#modules/academy/contract/authoring-course.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Route } from "./+types/course.ts";

export type Course = z.output<typeof CourseForAuthors>;

export const handle: RouteHandle = { crumb: ({ course }: { course: Course }) => course.facts.title };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  return { course: await call<Course>("academy.get_course", { courseId: params.courseId }) };
}

/** Keeps the course in hand for all its pages. */
export default function CourseLayout() {
  return <Outlet />;
}
