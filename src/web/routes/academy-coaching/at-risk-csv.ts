import type { z } from "zod";
import type { AtRisk, AtRiskPage } from "#modules/academy/contract/coaching.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/at-risk-csv.ts";
import { readAtRiskQuery } from "./at-risk-query.ts";

const COLUMNS: readonly CsvColumn<AtRisk>[] = [
  { header: "student", value: (row) => row.name },
  { header: "email", value: (row) => row.email },
  { header: "course", value: (row) => row.courseTitle },
  { header: "reasons", value: (row) => row.reasons.join(" ") },
  { header: "began_at", value: (row) => row.beganAt },
  { header: "last_active_at", value: (row) => row.lastActiveAt },
  { header: "nudged_at", value: (row) => row.nudgedAt },
];

/** The students as the page's search and filter show them. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { filter } = readAtRiskQuery(request.url);
  const found = await allPages(async (cursor) => {
    const page = await call<z.output<typeof AtRiskPage>>("academy.list_at_risk", {
      ...filter,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("students-at-risk.csv", COLUMNS, found);
}
