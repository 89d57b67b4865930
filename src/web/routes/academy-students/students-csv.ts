import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/students-csv.ts";
import { readStudentsQuery, type StudentPage } from "./list-query.ts";

const PAGE = 200;

/** Students as the page's search and filters show them. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { input } = readStudentsQuery(request.url);
  const rows = await allPages(async (cursor) => {
    const page = await call<StudentPage>("academy.list_enrollments", { ...input, cursor, limit: PAGE });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse(
    "students.csv",
    [
      { header: "name", value: (row) => row.name },
      { header: "email", value: (row) => row.email },
      { header: "course", value: (row) => row.courseTitle },
      { header: "status", value: (row) => row.status },
      { header: "came_by", value: (row) => row.sourceKind },
      { header: "lessons_completed", value: (row) => row.done },
      { header: "lessons", value: (row) => row.total },
      { header: "started_at", value: (row) => row.startedAt },
      { header: "last_active_at", value: (row) => row.lastActiveAt },
      { header: "completed_at", value: (row) => row.completedAt },
    ],
    rows,
  );
}
