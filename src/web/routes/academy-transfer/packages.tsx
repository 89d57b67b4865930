import type { z } from "zod";
import type { PackageList } from "#modules/academy/contract/packages.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/packages.ts";
import { formatWords } from "./import-state.ts";

type Pack = z.output<typeof PackageList>["items"][number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const courseId = new URL(request.url).searchParams.get("course") ?? undefined;
  return context.get(pageContext).call<z.output<typeof PackageList>>("academy.list_packages", { courseId });
}

const columns: readonly Column<Pack>[] = [
  {
    key: "title",
    header: "Package",
    grow: true,
    cell: (row) => (
      <NameLink to={`/console/academy/packages/${row.packageId}`}>
        <span dir="auto">{row.title}</span>
      </NameLink>
    ),
  },
  { key: "course", header: "Course", cell: (row) => <span dir="auto">{row.courseTitle}</span> },
  { key: "kind", header: "Format", cell: (row) => formatWords[row.kind] },
  { key: "items", header: "Parts", align: "end", cell: (row) => <Figure value={row.items.length} /> },
  {
    key: "size",
    header: "Size",
    align: "end",
    cell: (row) => `${countOf(row.files, "file")}, ${Math.max(0.1, row.bytes / 1_000_000).toFixed(1)} MB`,
  },
  { key: "students", header: "Opened by", align: "end", cell: (row) => <Figure value={row.students} /> },
];

export default function Packages({ loaderData: { items } }: Route.ComponentProps) {
  const add = (
    <LinkButton look="primary" to="/console/academy/imports">
      Import a package
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Packages"
        lead="SCORM content of other tools. It runs in a sandbox that reaches nothing of Cairn."
        actions={add}
      />
      <DataTable
        caption="Packages"
        columns={columns}
        rows={items}
        rowKey={(row) => row.packageId}
        noun={["package", "packages"]}
        empty={
          <EmptyState
            icon="package"
            title="No packages yet"
            text="Import a SCORM file, and put it into a lesson."
            action={add}
          />
        }
      />
    </>
  );
}
