import type { z } from "zod";
import type { CertificatePage, CertificateRow } from "#modules/academy/contract/certificates.ts";
import { pageContext } from "#web/context.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { usePermission } from "#web/shell/use-shell.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Day } from "#web/ui/time.tsx";
import { Standing } from "../certificates/standing.tsx";
import type { Route } from "./+types/list.ts";
import { readCertificatesQuery } from "./certificates-query.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, filter } = readCertificatesQuery(request.url);
  const page = await context
    .get(pageContext)
    .call<z.output<typeof CertificatePage>>("academy.list_certificates", {
      ...filter,
      cursor: query.cursor ?? undefined,
    });
  return { query, search: new URL(request.url).search, ...page };
}

const Holder = ({ row }: { row: CertificateRow }) => (
  <NameLink to={`/console/academy/certificates/${row.certificateId}`}>
    <span dir="auto">{row.holderName || "Erased"}</span>
  </NameLink>
);

const columns: readonly Column<CertificateRow>[] = [
  { key: "holder", header: "Student", grow: true, cell: (row) => <Holder row={row} /> },
  { key: "course", header: "Course", grow: true, cell: (row) => <span dir="auto">{row.courseTitle}</span> },
  { key: "standing", header: "Standing", cell: (row) => <Standing standing={row.standing} /> },
  { key: "completed", header: "Completed", cell: (row) => <Day on={row.completedOn} /> },
  {
    key: "serial",
    header: "Number",
    hiddenOnPhone: true,
    cell: (row) => <span className="font-mono">{row.serial}</span>,
  },
];

const filters = [
  {
    name: "status",
    label: "Standing",
    options: [
      { value: "valid", label: "Valid" },
      { value: "suspended", label: "Suspended" },
      { value: "revoked", label: "Revoked" },
      { value: "superseded", label: "Replaced" },
    ],
  },
];

export default function Certificates({ loaderData }: Route.ComponentProps) {
  const { query, items, nextCursor, search } = loaderData;
  const maySeeKeys = usePermission("academy:admin");
  return (
    <>
      <PageHeader
        title="Certificates"
        lead="Who completed a course, and whether what they were given counts."
        actions={
          maySeeKeys && <LinkButton to="/console/academy/certificates/keys">Keys of badges</LinkButton>
        }
      />
      <DataTable
        caption="Certificates"
        columns={columns}
        rows={items}
        rowKey={(row) => row.certificateId}
        query={query}
        search="Student, course or number"
        filters={filters}
        page={{ next: nextCursor }}
        noun={["certificate", "certificates"]}
        csv={`/console/academy/certificates.csv${search}`}
        empty={
          <EmptyState
            icon="badge-check"
            title="No certificate was issued yet"
            text="One appears here when a student completes a course that gives one."
          />
        }
      />
    </>
  );
}
