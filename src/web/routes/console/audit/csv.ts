import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/csv.ts";
import { readAuditQuery } from "./audit-query.ts";

/** The audit trail as the page's filters show it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, now } = context.get(pageContext);
  const { filter } = readAuditQuery(request.url, now);
  const { csv } = await call<{ csv: string }>("platform.export_audit", filter);
  return new Response(`\uFEFF${csv}`, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="audit.csv"',
      "cache-control": "no-store",
    },
  });
}
