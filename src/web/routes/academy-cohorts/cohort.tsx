import type { z } from "zod";
import type { CohortSummary } from "#modules/academy/contract/cohorts.ts";
import type { SessionList, SessionSummary } from "#modules/academy/contract/sessions.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/cohort.ts";
import { CohortHead } from "./cohort-head.tsx";

export type Cohort = z.output<typeof CohortSummary>;
type Row = z.output<typeof SessionSummary>;

export const handle: RouteHandle = {
  crumb: ({ cohort }: { cohort: Cohort }) => cohort.title,
  notices: { created: "The cohort is created.", changed: "The cohort is changed." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, now } = context.get(pageContext);
  const [cohort, sessions] = await Promise.all([
    call<Cohort>("academy.get_cohort", params),
    call<z.output<typeof SessionList>>("academy.list_sessions", params),
  ]);
  return {
    cohort,
    sessions: sessions.items.map((session) => ({
      ...session,
      isOver: Temporal.Instant.compare(session.endsAt, now) <= 0,
    })),
  };
}

const columns: readonly Column<Row & { isOver: boolean }>[] = [
  {
    key: "title",
    header: "Session",
    grow: true,
    cell: (row) => (
      <NameLink to={`/console/academy/cohorts/sessions/${row.sessionId}`}>
        <span dir="auto">{row.title}</span>
      </NameLink>
    ),
  },
  { key: "starts", header: "Starts", cell: (row) => <Moment at={row.startsAt} /> },
  {
    key: "minutes",
    header: "Minutes",
    align: "end",
    hiddenOnPhone: true,
    cell: (row) => row.durationMinutes,
  },
  {
    key: "state",
    header: "Standing",
    cell: (row) =>
      row.status === "cancelled" ? (
        <State kind="failed">Cancelled</State>
      ) : row.isOver ? (
        <State kind="done">Over</State>
      ) : (
        <State kind="waiting">Planned</State>
      ),
  },
  { key: "joined", header: "Came in", align: "end", cell: (row) => row.joined },
  { key: "present", header: "Marked present", align: "end", cell: (row) => row.present },
];

export default function CohortPage({ loaderData }: Route.ComponentProps) {
  const { cohort, sessions } = loaderData;
  const mayEnrol = usePermission("academy:enrol");
  return (
    <>
      <CohortHead cohort={cohort} />
      <Section
        title="Live sessions"
        actions={
          mayEnrol && (
            <LinkButton icon="plus" to={`/console/academy/cohorts/${cohort.cohortId}/sessions/new`}>
              Schedule a session
            </LinkButton>
          )
        }
      >
        <DataTable
          caption="Live sessions of the cohort"
          columns={columns}
          rows={sessions}
          rowKey={(row) => row.sessionId}
          noun={["session", "sessions"]}
          empty={
            <EmptyState
              icon="calendar-days"
              title="No session yet"
              text="Schedule one; students see it at once."
            />
          }
        />
      </Section>
    </>
  );
}
