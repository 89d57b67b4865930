import type { Call } from "#web/context.ts";

interface Courses {
  items: { courseId: string; title: string }[];
}

/** Courses to choose of. */
export async function courseOptions(call: Call): Promise<{ value: string; label: string }[]> {
  const { items } = await call<Courses>("academy.list_courses", { limit: 100 });
  return items.map(({ courseId, title }) => ({ value: courseId, label: title }));
}
