import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/brought-csv.ts";
import { type Brought, broughtQuery } from "./evidence-query.ts";

const PAGE = 200;

/** Evidence that people brought, as the page's search and filters show it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { input } = broughtQuery(request.url);
  const rows = await allPages(async (cursor) => {
    const list = await call<Brought>("playbook.list_evidence", { ...input, cursor, limit: PAGE });
    return { rows: list.items, next: list.nextCursor };
  });
  return csvResponse(
    "evidence.csv",
    [
      { header: "evidence", value: (item) => item.title },
      { header: "kind", value: (item) => item.kind },
      { header: "link", value: (item) => item.url },
      { header: "file", value: (item) => item.file?.name ?? null },
      { header: "note", value: (item) => item.body },
      { header: "signed_by", value: (item) => item.signedName },
      { header: "brought_by", value: (item) => item.addedBy?.name ?? null },
      { header: "brought_at", value: (item) => item.addedAt },
      { header: "withdrawn_at", value: (item) => item.withdrawn?.at ?? null },
      { header: "withdrawn_because", value: (item) => item.withdrawn?.reason ?? null },
      { header: "deliverables", value: (item) => item.deliverables.map(({ text }) => text).join("; ") },
    ],
    rows,
  );
}
