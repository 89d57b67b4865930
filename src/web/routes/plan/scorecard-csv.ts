import type { z } from "zod";
import type { TargetList } from "#modules/playbook/contract/scorecard.ts";
import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import { readTableQuery } from "#web/table/table-query.ts";
import type { Route } from "./+types/scorecard-csv.ts";

type List = z.output<typeof TargetList>;
const PAGE = 200;

/** The scorecard as the page's search and filter show it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { q, filters } = readTableQuery(request.url, { filters: ["state"] });
  const rows = await allPages(async (cursor) => {
    const input = { search: q || undefined, state: filters.state, cursor, limit: PAGE };
    const list = await call<List>("playbook.list_targets", input);
    return { rows: list.targets, next: list.nextCursor };
  });
  return csvResponse(
    "scorecard.csv",
    [
      { header: "number", value: (row) => row.label },
      { header: "metric", value: (row) => row.metric },
      { header: "phase", value: (row) => row.phase },
      { header: "target", value: (row) => row.raw },
      { header: "min", value: (row) => row.min },
      { header: "max", value: (row) => row.max },
      { header: "unit", value: (row) => row.currency ?? row.unit },
      { header: "value", value: (row) => row.value },
      { header: "as_of", value: (row) => row.asOf },
      { header: "source", value: (row) => row.source },
      { header: "state", value: (row) => row.state },
      { header: "reason", value: (row) => row.reason },
      { header: "due", value: (row) => row.due },
      { header: "likely", value: (row) => row.forecast?.p50 ?? null },
      { header: "chance", value: (row) => row.forecast?.chance ?? null },
      { header: "line", value: (row) => row.line },
    ],
    rows,
  );
}
