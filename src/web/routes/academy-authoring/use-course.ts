import { useRouteLoaderData } from "react-router";
import type { Course } from "./course.tsx";

/** The course whose page this is. */
export function useCourse(): Course {
  const data = useRouteLoaderData<{ course: Course }>("routes/academy-authoring/course");
  if (!data) throw new Error("This page stands outside of a course");
  return data.course;
}
