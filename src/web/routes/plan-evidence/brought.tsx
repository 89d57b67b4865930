import { pageContext } from "#web/context.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import { findPlan, NoPlan } from "../plan-sources/no-plan.tsx";
import type { Route } from "./+types/brought.ts";
import { type Brought, type BroughtItem, broughtQuery, KINDS, searchOf } from "./evidence-query.ts";
import { EvidenceTabs } from "./evidence-tabs.tsx";
import { ItemKind, ItemTitle } from "./item-words.tsx";

export const handle = { crumb: "Evidence brought by people" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  if ((await findPlan(call)) === null) return null;
  const { query, input } = broughtQuery(request.url);
  const cursor = query.cursor ?? undefined;
  return { query, list: await call<Brought>("playbook.list_evidence", { ...input, cursor }) };
}

const columns: Column<BroughtItem>[] = [
  { key: "title", header: "Evidence", grow: true, sortable: true, cell: (item) => <ItemTitle item={item} /> },
  {
    key: "kind",
    header: "Kind",
    cell: (item) => (
      <span className="whitespace-normal text-muted">
        <ItemKind item={item} />
      </span>
    ),
  },
  { key: "for", header: "Proves", grow: true, cell: (item) => <Proves item={item} /> },
  { key: "added", header: "Brought", sortable: true, cell: (item) => <BroughtBy item={item} /> },
];

function Proves({ item: { deliverables } }: { item: BroughtItem }) {
  return (
    <ul className="space-y-1">
      {deliverables.map(({ id, text }) => (
        <li key={id}>
          <TextLink to={`/console/plan/deliverables/${id}`} dir="auto">
            {text}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

function BroughtBy({ item: { addedAt, addedBy, withdrawn } }: { item: BroughtItem }) {
  return (
    <div className="whitespace-normal">
      <span dir="auto">{addedBy?.name || "Cairn"}</span>
      <p className="text-13 text-muted">
        <Moment at={addedAt} />
      </p>
      {withdrawn && (
        <p className="text-13">
          <Badge tone="caution">Withdrawn</Badge> <span dir="auto">{withdrawn.reason}</span>
        </p>
      )}
    </div>
  );
}

export default function BroughtEvidence({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Evidence"
        lead="Files, links and signed notes that people brought. Each is brought on the page of its deliverable."
      />
      {loaderData === null ? (
        <NoPlan />
      ) : (
        <>
          <EvidenceTabs />
          <DataTable
            caption="Evidence brought by people"
            columns={columns}
            rows={loaderData.list.items}
            rowKey={({ id }) => id}
            query={loaderData.query}
            search="Search evidence"
            filters={[
              { name: "kind", label: "Kind", options: KINDS },
              { name: "withdrawn", label: "Withdrawn", options: [{ value: "yes", label: "Shown too" }] },
            ]}
            page={{ next: loaderData.list.nextCursor }}
            noun={["piece of evidence", "pieces of evidence"]}
            csv={`/console/plan/evidence/brought.csv${searchOf(loaderData.query)}`}
          />
        </>
      )}
    </>
  );
}
