import { pageContext } from "#web/context.ts";
import { csvResponse } from "#web/csv/csv-response.ts";
import type { Analysis } from "./analysis.tsx";
import type { Route } from "./+types/analysis-csv.ts";

/** The figures of each question, shares from 0 to 1, times in milliseconds; empty where there is none. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const count = new URL(request.url).searchParams.get("count") === "all" ? "all" : "first";
  const { items } = await context
    .get(pageContext)
    .call<Analysis>("academy.get_item_analysis", { ...params, count });
  return csvResponse(
    "item-analysis.csv",
    [
      { header: "slug", value: (row) => row.slug },
      { header: "version", value: (row) => row.version },
      { header: "kind", value: (row) => row.kind },
      { header: "question", value: (row) => row.words },
      { header: "asked", value: (row) => row.asked },
      { header: "skipped", value: (row) => row.skipped },
      { header: "difficulty", value: (row) => row.difficulty.value },
      { header: "discrimination", value: (row) => row.discrimination.value },
      { header: "best_less_weakest", value: (row) => row.index.value },
      { header: "median_ms", value: (row) => row.medianMs.value },
      {
        header: "choices",
        value: (row) => row.choices.map(({ label, chosen }) => `${label}: ${chosen}`).join("; "),
      },
    ],
    items,
  );
}
