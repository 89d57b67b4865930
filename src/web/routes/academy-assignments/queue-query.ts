import type { z } from "zod";
import type { ListSubmissions } from "#modules/academy/contract/marking.ts";
import { readTableQuery } from "#web/table/table-query.ts";

const STANDINGS = ["to_mark", "marked", "released", "returned", "all"] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What the list of submissions was asked for. */
export function readQueueQuery(url: string) {
  const query = readTableQuery(url, {
    sorts: ["submitted"],
    filters: ["course", "cohort", "assignment", "grader", "standing"],
    defaultSort: "submitted",
  });
  const idOf = (name: string) => {
    const value = query.filters[name];
    return value && UUID.test(value) ? value : undefined;
  };
  const input: z.input<typeof ListSubmissions> = {
    text: query.q.slice(0, 120) || undefined,
    courseId: idOf("course"),
    cohortId: idOf("cohort"),
    assignmentKey: idOf("assignment"),
    graderId: idOf("grader"),
    standing: STANDINGS.find((one) => one === query.filters["standing"]) ?? "to_mark",
    sort: query.direction === "desc" ? "-submitted" : "submitted",
    cursor: query.cursor ?? undefined,
  };
  return { query, input };
}
