import type { z } from "zod";
import { type PeoplePage, PersonStatus, type PersonSummary, StaffRole } from "#modules/staff/contract.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/list.ts";
import { roleChoices, roleLabel, standings } from "./role.ts";
import { Standing } from "./standing.tsx";

type Person = z.output<typeof PersonSummary>;

export const handle: RouteHandle = {
  notices: { invited: "The invitation is on its way." },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["role", "status"] });
  const page = await context.get(pageContext).call<z.output<typeof PeoplePage>>("staff.list_people", {
    text: query.q || undefined,
    role: StaffRole.safeParse(query.filters.role).data,
    status: PersonStatus.safeParse(query.filters.status).data,
    cursor: query.cursor ?? undefined,
  });
  return { query, ...page };
}

function Name({ person }: { person: Person }) {
  return (
    <span className="flex items-center gap-2.5">
      <Avatar name={person.name} />
      <NameLink to={`/console/people/${person.personId}`}>{person.name}</NameLink>
    </span>
  );
}

const columns: readonly Column<Person>[] = [
  { key: "name", header: "Name", cell: (person) => <Name person={person} /> },
  { key: "email", header: "E-mail", grow: true, cell: (person) => person.email },
  { key: "role", header: "Role", cell: (person) => roleLabel(person.role) },
  { key: "status", header: "Standing", cell: (person) => <Standing status={person.status} /> },
  {
    key: "second",
    header: "Second step",
    hiddenOnPhone: true,
    cell: (person) => (person.hasAuthenticator ? "Code of an app" : "None"),
  },
  {
    key: "seen",
    header: "Last seen",
    cell: (person) =>
      person.seenAt ? <Moment at={person.seenAt} ago /> : <span className="text-muted">Not signed in</span>,
  },
];

const filters: readonly Filter[] = [
  { name: "role", label: "Role", options: roleChoices },
  {
    name: "status",
    label: "Standing",
    options: Object.entries(standings).map(([value, { word }]) => ({ value, label: word })),
  },
];

export default function People({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  const mayManage = usePermission("staff:manage");
  return (
    <>
      <PageHeader
        title="People"
        lead="Who works here, what each may do, and when they were last seen."
        actions={
          mayManage && (
            <LinkButton look="primary" icon="user-plus" to="/console/people/invite">
              Invite a person
            </LinkButton>
          )
        }
      />
      <DataTable
        caption="People who work here"
        columns={columns}
        rows={items}
        rowKey={(person) => person.personId}
        query={query}
        search="Name or address"
        filters={filters}
        page={{ next: nextCursor }}
        noun={["person", "people"]}
      />
    </>
  );
}
