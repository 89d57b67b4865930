import type { z } from "zod";
import type { AuditEntry, AuditVerdict } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/list.ts";
import { auditColumns } from "./audit-columns.tsx";
import { readAuditQuery, spanOptions } from "./audit-query.ts";

type Entries = {
  items: z.output<typeof AuditEntry>[];
  nextCursor: string | null;
  operations: { name: string; title: string }[];
};
type People = { items: { personId: string; name: string }[] };
type Verdict = z.output<typeof AuditVerdict>;

export const handle: RouteHandle = { crumb: "Audit" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, now, viewer } = context.get(pageContext);
  const { query, filter } = readAuditQuery(request.url, now);
  const mayName = viewer?.permissions.includes("staff:read") ?? false;
  const [entries, people] = await Promise.all([
    call<Entries>("platform.list_audit", { ...filter, cursor: query.cursor ?? undefined }),
    mayName ? call<People>("staff.list_people", {}) : { items: [] },
  ]);
  const url = new URL(request.url);
  const verdict = url.searchParams.has("check") ? await call<Verdict>("platform.verify_audit") : null;
  return { query, ...entries, people: people.items, verdict, csv: `/console/audit.csv${url.search}` };
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { query, items, nextCursor, operations, people, verdict, csv } = loaderData;
  return (
    <>
      <PageHeader
        title="Audit"
        lead="Who did what, when. Entries are chained by hashes, so that a change to one of them shows."
        actions={
          <LinkButton icon="shield-check" to="?check">
            Check the chain
          </LinkButton>
        }
      />
      {verdict && <ChainNotice verdict={verdict} />}
      <DataTable
        caption="Audit entries"
        columns={auditColumns}
        rows={items}
        rowKey={({ seq }) => String(seq)}
        query={query}
        search="Id of a thing"
        filters={[
          {
            name: "actor",
            label: "Who",
            options: people.map(({ personId, name }) => ({ value: personId, label: name })),
          },
          {
            name: "operation",
            label: "What",
            options: operations.map(({ name, title }) => ({ value: name, label: title })),
          },
          { name: "since", label: "When", options: spanOptions },
        ]}
        page={{ next: nextCursor }}
        noun={["entry", "entries"]}
        csv={csv}
        compact
        empty={<EmptyState icon="scroll-text" title="Nothing was done yet" />}
      />
    </>
  );
}

function ChainNotice({ verdict }: { verdict: Verdict }) {
  const { ok, entries, firstBroken } = verdict;
  return (
    <div className="mb-6">
      {ok ? (
        <Notice tone="positive" title="The chain holds">
          All {new Intl.NumberFormat("en").format(entries)} sealed entries are as they were written.
        </Notice>
      ) : (
        <Notice tone="critical" title={`The chain is broken at entry ${firstBroken?.position}`}>
          {firstBroken?.reason} Everything before it is as it was written. Compare with a backup.
        </Notice>
      )}
    </div>
  );
}
