import type { z } from "zod";
import type { CohortStudent, CohortStudentPage } from "#modules/academy/contract/cohorts.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/students-csv.ts";

const COLUMNS: readonly CsvColumn<z.output<typeof CohortStudent>>[] = [
  { header: "Student", value: (row) => row.student.name },
  { header: "Standing", value: (row) => row.status },
  { header: "Time zone", value: (row) => row.zone },
  { header: "Completed", value: (row) => row.completedAt },
  { header: "Sessions held", value: (row) => row.sessionsHeld },
  { header: "Sessions present", value: (row) => row.sessionsPresent },
];

/** All students of a cohort. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const found = await allPages(async (cursor) => {
    const page = await call<z.output<typeof CohortStudentPage>>("academy.list_cohort_students", {
      ...params,
      cursor,
      limit: 200,
    });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("cohort-students.csv", COLUMNS, found);
}
