import type { z } from "zod";
import type { GetGradeBook } from "#modules/academy/contract/grade-book.ts";
import { readTableQuery } from "#web/table/table-query.ts";

type Asked = Omit<z.input<typeof GetGradeBook>, "courseId">;
const STATUSES = ["active", "suspended", "revoked", "expired", "cancelled"] as const;
const SORTS = { name: ["name", "-name"], total: ["total", "-total"] } as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What the grade book was asked for. */
export function readGradeBookQuery(url: string) {
  const query = readTableQuery(url, {
    sorts: ["name", "total"],
    filters: ["cohort", "status"],
    defaultSort: "name",
  });
  const cohort = query.filters["cohort"];
  const asked: Asked = {
    text: query.q.slice(0, 120) || undefined,
    cohortId: cohort && UUID.test(cohort) ? cohort : undefined,
    status: STATUSES.find((one) => one === query.filters["status"]),
    sort: SORTS[query.sort === "total" ? "total" : "name"][query.direction === "desc" ? 1 : 0],
  };
  return { query, asked };
}
