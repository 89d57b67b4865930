import { useLocation } from "react-router";
import type { z } from "zod";
import type { HeatMap as HeatMapShape, RiskPage } from "#modules/playbook/contract/risks.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import { loadPeople, peopleOptions } from "#web/parts/load-people.ts";
import { findPlan, NoPlan } from "#web/routes/plan-sources/no-plan.tsx";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { tableHref } from "#web/table/table-query.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { HeatMap } from "#web/ui/heat-map.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/list.ts";
import { riskQuery } from "./risk-query.ts";
import {
  BANDS,
  OwnerName,
  RATINGS,
  Rating,
  RESPONSES,
  type Risk,
  Standing,
  STATUSES,
} from "./risk-words.tsx";

type Page = z.output<typeof RiskPage>;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  if (!(await findPlan(call))) return null;
  const { query, input, cell } = riskQuery(request.url);
  const [page, map, people] = await Promise.all([
    call<Page>("playbook.list_risks", input),
    call<z.output<typeof HeatMapShape>>("playbook.get_heat_map", {}),
    loadPeople(call),
  ]);
  const cells = map.rows.flat().map(({ probability, impact, risks }) => {
    return { probability, impact, count: risks.length };
  });
  return { query, page, cells, cell, people };
}

const columns: Column<Risk>[] = [
  { key: "text", header: "Risk", grow: true, sortable: true, cell: (row) => <Name row={row} /> },
  { key: "score", header: "Rating of 25", sortable: true, cell: (row) => <Rating risk={row} /> },
  { key: "owner", header: "Owner", sortable: true, cell: (row) => <OwnerName owner={row.owner} /> },
  { key: "response", header: "Response", cell: (row) => <Response row={row} /> },
  { key: "status", header: "Status", sortable: true, cell: (row) => <Standing risk={row} /> },
];

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const bandOptions = [
  ...Object.entries(BANDS).map(([value, { word }]) => ({ value, label: word })),
  { value: "unrated", label: "Not rated" },
];

export default function Risks({ loaderData }: Route.ComponentProps) {
  const { search } = useLocation();
  if (!loaderData)
    return (
      <>
        <PageHeader title="Risks" />
        <NoPlan />
      </>
    );
  const { query, page, people } = loaderData;
  return (
    <>
      <PageHeader title="Risks" lead={leadOf(page.counts)} />
      <Counts counts={page.counts} />
      <div className="mt-8 grid gap-x-8 gap-y-8 xl:grid-cols-[400px_minmax(0,1fr)]">
        <Map {...loaderData} />
        <Section title="List">
          <DataTable
            caption="Risks"
            columns={columns}
            rows={page.risks}
            rowKey={(row) => row.id}
            query={query}
            search="Search risks"
            filters={[
              { name: "band", label: "Band", options: bandOptions },
              {
                name: "owner",
                label: "Owner",
                options: [{ value: "nobody", label: "Nobody" }, ...peopleOptions(people)],
              },
              { name: "status", label: "Status", options: options(STATUSES) },
              { name: "moved", label: "Moved", options: [{ value: "yes", label: "This week or triggered" }] },
            ]}
            page={{ next: page.nextCursor, total: page.total }}
            noun={["risk", "risks"]}
            csv={`/console/plan/risks.csv${search}`}
            empty={
              <EmptyState
                icon="shield-check"
                title="The plan names no risks"
                text="Add them to the plan under a heading such as “Risks” and import it again."
              />
            }
          />
        </Section>
      </div>
      <Mitigations page={page} />
    </>
  );
}

function leadOf({ open, unowned, unrated }: Page["counts"]): string {
  if (open === 0) return "No risk is open.";
  const missing = [
    ...(unowned === open ? ["none has an owner"] : []),
    ...(unowned > 0 && unowned < open ? [`${unowned} ${unowned === 1 ? "has" : "have"} no owner`] : []),
    ...(unrated > 0 ? [`${unrated} ${unrated === 1 ? "is" : "are"} not rated`] : []),
  ];
  const standing = `${countOf(open, "risk")} ${open === 1 ? "is" : "are"} open`;
  return missing.length === 0 ? `${standing}, all owned and rated.` : `${standing}; ${missing.join(", ")}.`;
}

const link = (count: number, to: string) => (count > 0 ? to : undefined);

function Counts({ counts }: { counts: Page["counts"] }) {
  const { open, unowned, unrated, triggered } = counts;
  const { number } = useFormat();
  return (
    <Facts
      facts={[
        { label: "Open", value: number(open, "count"), to: link(open, "?status=open") },
        {
          label: "Without an owner",
          value: number(unowned, "count"),
          tone: unowned > 0 ? "caution" : undefined,
          to: link(unowned, "?status=open&owner=nobody"),
        },
        {
          label: "Not rated",
          value: number(unrated, "count"),
          tone: unrated > 0 ? "caution" : undefined,
          to: link(unrated, "?status=open&band=unrated"),
        },
        {
          label: "Triggered",
          value: number(triggered, "count"),
          tone: triggered > 0 ? "critical" : undefined,
          to: link(triggered, "?status=open&moved=yes"),
        },
      ]}
    />
  );
}

type MapProps = NonNullable<Route.ComponentProps["loaderData"]>;

function Map({ cells, cell, page }: MapProps) {
  const { search } = useLocation();
  const none = { probability: null, impact: null };
  return (
    <Section title="Open risks by probability and impact">
      <HeatMap
        cells={cells}
        current={cell}
        hrefOf={(probability, impact) =>
          tableHref(search, {
            probability: String(probability),
            impact: String(impact),
            status: "open",
            band: null,
          })
        }
      />
      {cell ? (
        <p className="mt-3 text-13 text-muted" role="status">
          The list shows probability {RATINGS[cell.probability - 1]?.toLowerCase()}, impact{" "}
          {RATINGS[cell.impact - 1]?.toLowerCase()}.{" "}
          <TextLink to={tableHref(search, { ...none, status: null })} preventScrollReset>
            Show all
          </TextLink>
        </p>
      ) : (
        page.counts.unrated > 0 && (
          <p className="mt-3 text-13 text-muted">
            <TextLink to={tableHref(search, { ...none, status: "open", band: "unrated" })} preventScrollReset>
              {countOf(page.counts.unrated, "open risk")}
            </TextLink>{" "}
            {page.counts.unrated === 1 ? "stands" : "stand"} outside the map until somebody rates{" "}
            {page.counts.unrated === 1 ? "it" : "them"}.
          </p>
        )
      )}
    </Section>
  );
}

function Name({ row }: { row: Risk }) {
  return (
    <>
      <NameLink to={`/console/plan/risks/${row.id}`}>{row.text}</NameLink>
      {row.trigger && (
        <p className="text-13 font-normal text-muted max-sm:hidden">Watched: {row.trigger.sentence}</p>
      )}
    </>
  );
}

function Response({ row: { response } }: { row: Risk }) {
  return response ? <>{RESPONSES[response.kind]}</> : <span className="text-muted">None yet</span>;
}

function Mitigations({ page }: { page: Page }) {
  if (page.mitigations.length === 0) return null;
  return (
    <Section
      title="What the plan already says against them"
      note="These lines come with the plan. Give a risk a response on its own page."
    >
      <ul className="max-w-measure list-disc space-y-1 ps-5 marker:text-muted">
        {page.mitigations.map(({ id, text }) => (
          <li key={id} dir="auto" className="[overflow-wrap:anywhere]">
            {text}
          </li>
        ))}
      </ul>
    </Section>
  );
}
