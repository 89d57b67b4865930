import { pageContext } from "#web/context.ts";
import { localDate } from "#web/format/local-date.ts";
import type { Route } from "./+types/report-csv.ts";
import { quarterKey, readQuarter } from "./quarter.ts";

/** The quarter as a file, as the operation writes it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, now, zone } = context.get(pageContext);
  const quarter = readQuarter(request.url, localDate(now, zone));
  const { csv } = await call<{ csv: string }>("billing.export_tax_report", quarter);
  return new Response(`\uFEFF${csv}`, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="tax-${quarterKey(quarter)}.csv"`,
      "cache-control": "no-store",
    },
  });
}
