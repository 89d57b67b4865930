import type { z } from "zod";
import type { MetricRows } from "#modules/playbook/contract/scorecard.ts";
import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/metric-csv.ts";
import { metricInput } from "./metric-input.ts";

type Rows = z.output<typeof MetricRows>;
const PAGE = 200;

/** All rows behind a number on a day. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const input = metricInput(params.metric, request.url);
  const rows = await allPages(async (cursor) => {
    const page = await call<Rows>("playbook.get_metric_rows", {
      ...input,
      offset: Number(cursor ?? 0),
      limit: PAGE,
    });
    return { rows: page.rows, next: page.nextOffset === null ? null : String(page.nextOffset) };
  });
  return csvResponse(
    `${params.metric}.csv`,
    [
      { header: "label", value: (row) => row.label },
      { header: "detail", value: (row) => row.detail ?? null },
    ],
    rows,
  );
}
