import type { z } from "zod";
import type { StatementPage } from "#modules/academy/contract/lrs.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/statements-csv.ts";
import { readStatementQuery } from "./read-statement-query.ts";

type Page = z.output<typeof StatementPage>;

const COLUMNS: readonly CsvColumn<Page["items"][number]>[] = [
  { header: "Stored at", value: (row) => row.storedAt },
  { header: "Who", value: (row) => row.actor },
  { header: "Did", value: (row) => row.verb },
  { header: "What", value: (row) => row.object },
  { header: "Score", value: (row) => row.score },
  { header: "Statement", value: (row) => row.statementId },
  { header: "JSON", value: (row) => row.json },
];

/** The list as the page's filters show it; a filter that cannot be meant is left out. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, viewer, zone } = context.get(pageContext);
  const { filter } = readStatementQuery(request.url, viewer?.zone ?? zone);
  const found = await allPages(async (cursor) => {
    const page = await call<Page>("academy.browse_statements", { ...filter, cursor, limit: 500 });
    return { rows: page.items, next: page.nextCursor };
  });
  return csvResponse("learning-records.csv", COLUMNS, found);
}
