import type { z } from "zod";
import type { RiskPage } from "#modules/playbook/contract/risks.ts";
import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/csv.ts";
import { riskQuery } from "./risk-query.ts";

const PAGE = 200;

/** The risks as the page's search, filters and order show them. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { input } = riskQuery(request.url);
  const rows = await allPages(async (cursor) => {
    const page = await call<z.output<typeof RiskPage>>("playbook.list_risks", {
      ...input,
      cursor,
      limit: PAGE,
    });
    return { rows: page.risks, next: page.nextCursor };
  });
  return csvResponse(
    "risks.csv",
    [
      { header: "risk", value: (row) => row.text },
      { header: "group", value: (row) => row.group },
      { header: "probability", value: (row) => row.probability },
      { header: "impact", value: (row) => row.impact },
      { header: "score", value: (row) => row.score },
      { header: "band", value: (row) => row.band },
      { header: "owner", value: (row) => row.owner?.name ?? null },
      { header: "status", value: (row) => row.status },
      { header: "response_kind", value: (row) => row.response?.kind ?? null },
      { header: "response", value: (row) => row.response?.text ?? null },
      { header: "trigger", value: (row) => row.trigger?.sentence ?? null },
      { header: "triggered_at", value: (row) => row.triggeredAt },
      { header: "last_change_at", value: (row) => row.lastChange?.at ?? null },
      { header: "last_change", value: (row) => row.lastChange?.cause ?? null },
      { header: "line", value: (row) => row.lines[0] },
    ],
    rows,
  );
}
