import type { z } from "zod";
import type { ExperimentPage } from "#modules/playbook/contract/experiments.ts";
import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/experiments-csv.ts";
import { experimentQuery } from "./experiment-query.ts";

const PAGE = 200;

/** The experiments as the page's search and filter show them. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { input } = experimentQuery(request.url);
  const rows = await allPages(async (cursor) => {
    const page = await call<z.output<typeof ExperimentPage>>("playbook.list_experiments", {
      ...input,
      cursor,
      limit: PAGE,
    });
    return { rows: page.experiments, next: page.nextCursor };
  });
  return csvResponse(
    "experiments.csv",
    [
      { header: "experiment", value: (row) => row.title },
      { header: "hypothesis", value: (row) => row.hypothesis },
      { header: "metric", value: (row) => row.metric },
      { header: "work_package", value: (row) => row.workPackage?.text ?? null },
      { header: "owner", value: (row) => row.owner?.name ?? null },
      { header: "starts", value: (row) => row.startsOn },
      { header: "ends_before", value: (row) => row.endsOn },
      { header: "baseline", value: (row) => row.baselineValue },
      { header: "expected", value: (row) => row.expectedValue },
      { header: "result", value: (row) => row.resultValue },
      { header: "result_note", value: (row) => row.resultNote },
      { header: "state", value: (row) => row.standing },
      { header: "decision", value: (row) => row.decision },
    ],
    rows,
  );
}
