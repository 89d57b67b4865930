import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/evidence-csv.ts";
import { type Deliverables, deliverablesQuery, standingOf } from "./evidence-query.ts";

const PAGE = 200;

/** Deliverables as the page's search and filters show them. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { input } = deliverablesQuery(request.url);
  const rows = await allPages(async (cursor) => {
    const list = await call<Deliverables>("playbook.list_deliverables", { ...input, cursor, limit: PAGE });
    return { rows: list.deliverables, next: list.nextCursor };
  });
  return csvResponse(
    "deliverables.csv",
    [
      { header: "deliverable", value: (row) => row.text },
      { header: "work_package", value: (row) => row.workPackage?.text ?? null },
      { header: "state", value: standingOf },
      { header: "reason", value: (row) => row.reason },
      { header: "proved_at", value: (row) => row.provedAt },
      { header: "reopened_at", value: (row) => row.reopenedAt },
      { header: "asked_for", value: (row) => row.asked },
      { header: "suggested", value: (row) => row.suggested },
      { header: "brought", value: (row) => row.items },
      { header: "owner", value: (row) => row.owner?.name ?? null },
      { header: "due", value: (row) => row.dueOn },
    ],
    rows,
  );
}
