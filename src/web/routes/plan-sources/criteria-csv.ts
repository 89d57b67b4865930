import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/criteria-csv.ts";
import { type Criteria, criteriaQuery } from "./criteria-query.ts";

const PAGE = 200;

/** The criteria as the page's search and filters show them. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { input } = criteriaQuery(request.url);
  const rows = await allPages(async (cursor) => {
    const list = await call<Criteria>("playbook.list_criteria", { ...input, cursor, limit: PAGE });
    return { rows: list.criteria, next: list.nextCursor };
  });
  return csvResponse(
    "criteria.csv",
    [
      { header: "criterion", value: (row) => row.text },
      { header: "kind", value: (row) => row.kind },
      { header: "phase", value: (row) => row.phase },
      { header: "work_package", value: (row) => row.workPackage },
      { header: "state", value: (row) => row.state },
      { header: "reason", value: (row) => row.reason },
      { header: "decided_by", value: (row) => row.decidedBy },
      { header: "due", value: (row) => row.dueOn },
      { header: "confirmed_by", value: (row) => row.confirmation?.by ?? null },
      { header: "confirmed_at", value: (row) => row.confirmation?.at ?? null },
      { header: "confirmation", value: (row) => row.confirmation?.note ?? null },
    ],
    rows,
  );
}
