import type { z } from "zod";
import type { SourceSummary } from "#modules/playbook/contract/sources.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery, type TableQuery } from "#web/table/table-query.ts";
import { Badge } from "#web/ui/badge.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/sources.ts";
import { findPlan, NoPlan } from "./no-plan.tsx";

type Source = z.output<typeof SourceSummary>;

export const handle = { crumb: "Sources" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const plan = await findPlan(call);
  if (plan === null) return null;
  const [{ sources }, { questions }] = await Promise.all([
    call<{ sources: Source[] }>("playbook.list_sources", {}),
    call<{ questions: unknown[] }>("playbook.list_questions", {}),
  ]);
  const query = readTableQuery(request.url, { sorts: Object.keys(sortKeys), defaultSort: "-importedAt" });
  return { query, sources: sortSources(sources, query), questions: questions.length };
}

const sortKeys = {
  fileName: ({ fileName }: Source) => fileName.toLowerCase(),
  importedAt: ({ importedAt }: Source) => importedAt,
  importedBy: ({ importedBy }: Source) => importedBy ?? "Cairn",
  changes: ({ changes }: Source) => String(changes).padStart(9, "0"),
};

// All of them are here: no page of the list is elsewhere.
function sortSources(sources: readonly Source[], { sort, direction }: TableQuery): Source[] {
  const keyOf = sortKeys[sort as keyof typeof sortKeys] ?? sortKeys.importedAt;
  const ascending = sources.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), "en"));
  return direction === "asc" ? ascending : ascending.toReversed();
}

const columns: Column<Source>[] = [
  { key: "fileName", header: "File", grow: true, sortable: true, cell: (source) => <Name source={source} /> },
  {
    key: "importedAt",
    header: "Imported",
    sortable: true,
    cell: ({ importedAt }) => <Moment at={importedAt} />,
  },
  {
    key: "importedBy",
    header: "By",
    sortable: true,
    cell: ({ importedBy }) => <span dir="auto">{importedBy ?? "Cairn"}</span>,
  },
  { key: "changes", header: "Changes", align: "end", sortable: true, cell: ({ changes }) => changes },
];

function Name({ source: { sourceId, fileName, current } }: { source: Source }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <NameLink to={`/console/plan/sources/${sourceId}`}>{fileName}</NameLink>
      {current && <Badge tone="positive">in force</Badge>}
    </span>
  );
}

export default function Sources({ loaderData }: Route.ComponentProps) {
  const mayImport = usePermission("playbook:decide");
  const sources = loaderData?.sources ?? [];
  return (
    <>
      <PageHeader
        title="Sources"
        lead="The files the plan was imported from, kept as they were, each beside what its lines became."
        actions={loaderData && <Actions mayImport={mayImport} />}
      />
      {loaderData === null ? (
        <NoPlan />
      ) : (
        <>
          <DataTable
            caption="Imported files"
            columns={columns}
            rows={sources}
            query={loaderData.query}
            rowKey={({ sourceId }) => sourceId}
            noun={["file", "files"]}
          />
          <p className="mt-3 text-13 text-muted">{countOf(sources.length, "file")}</p>
          <p className="mt-6">
            {loaderData.questions > 0
              ? `The plan asks ${countOf(loaderData.questions, "question")} that only you can answer. `
              : "The plan asks nothing that is not answered. "}
            <TextLink to="/console/plan/questions">Questions</TextLink>
          </p>
        </>
      )}
    </>
  );
}

function Actions({ mayImport }: { mayImport: boolean }) {
  return (
    <>
      <LinkButton to="/console/plan/export.md" icon="download" reloadDocument>
        Export Markdown
      </LinkButton>
      <LinkButton to="/console/plan/export.json" icon="download" reloadDocument>
        Export JSON
      </LinkButton>
      {mayImport && (
        <LinkButton to="/console/plan/import" look="primary" icon="import">
          Import file
        </LinkButton>
      )}
    </>
  );
}
