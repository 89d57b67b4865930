import type { z } from "zod";
import {
  type CourseInvitation,
  type CourseInvitationPage,
  CourseInvitationStatus,
  OneCourseInvitation,
} from "#modules/academy/contract/invitations.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { Refusal } from "#web/routes/console/refusal.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/invitations.ts";

type Row = z.output<typeof CourseInvitation>;

const HERE = "/console/academy/students/invitations";

export const handle: RouteHandle = {
  crumb: "Invitations",
  notices: {
    invited: "The invitation is on its way.",
    resent: "The invitation is sent again. The earlier link no longer works.",
    revoked: "The invitation is taken back.",
  },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["status"] });
  const status = CourseInvitationStatus.safeParse(query.filters["status"]).data;
  const page = await context
    .get(pageContext)
    .call<z.output<typeof CourseInvitationPage>>("academy.list_course_invitations", {
      status,
      q: query.q || undefined,
      cursor: query.cursor ?? undefined,
    });
  return { query, ...page };
}

export async function action(args: Route.ActionArgs) {
  const intent = (await args.request.clone().formData()).get("intent");
  return intent === "revoke"
    ? submit(args, "academy.revoke_course_invitation", {
        schema: OneCourseInvitation,
        onSuccess: () => done(HERE, "revoked"),
      })
    : submit(args, "academy.send_course_invitation", {
        schema: OneCourseInvitation,
        onSuccess: () => done(HERE, "resent"),
      });
}

const STATES = {
  open: ["waiting", "Waits"],
  expired: ["late", "Too old"],
  accepted: ["done", "Taken"],
  revoked: ["closed", "Taken back"],
} as const;

function Actions({ row }: { row: Row }) {
  const mayEnrol = usePermission("academy:enrol");
  if (!mayEnrol || row.status === "accepted" || row.status === "revoked") return null;
  return (
    <span className="flex flex-wrap gap-2">
      {(["resend", "revoke"] as const).map((intent) => (
        <Form key={intent} intent={intent} className="">
          <input type="hidden" name="invitationId" value={row.invitationId} />
          <Button
            size="small"
            aria-label={`${intent === "resend" ? "Send again" : "Take back"}: ${row.email}`}
          >
            {intent === "resend" ? "Send again" : "Take back"}
          </Button>
        </Form>
      ))}
    </span>
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: "email",
    header: "Invited",
    grow: true,
    cell: (row) => (
      <>
        {row.enrollmentId ? (
          <NameLink to={`/console/academy/students/${row.enrollmentId}`}>{row.email}</NameLink>
        ) : (
          <span className="[overflow-wrap:anywhere]">{row.email}</span>
        )}
        {row.name && (
          <span dir="auto" className="block text-13 text-muted">
            {row.name}
          </span>
        )}
      </>
    ),
  },
  { key: "course", header: "Course", grow: true, cell: (row) => <span dir="auto">{row.courseTitle}</span> },
  {
    key: "status",
    header: "Standing",
    cell: (row) => <State kind={STATES[row.status][0]}>{STATES[row.status][1]}</State>,
  },
  { key: "invited", header: "Asked", hiddenOnPhone: true, cell: (row) => <Moment at={row.invitedAt} ago /> },
  { key: "until", header: "Good until", hiddenOnPhone: true, cell: (row) => <Moment at={row.expiresAt} /> },
  { key: "actions", header: "Actions", cell: (row) => <Actions row={row} /> },
];

const OPTIONS = Object.entries(STATES).map(([value, [, label]]) => ({ value, label }));

export default function Invitations({ loaderData, actionData }: Route.ComponentProps) {
  const { query, items, nextCursor } = loaderData;
  const mayEnrol = usePermission("academy:enrol");
  return (
    <>
      <PageHeader
        title="Invitations"
        lead="Whom you asked to take a course. A link is good for 14 days."
        actions={
          mayEnrol && (
            <LinkButton look="primary" icon="plus" to="/console/academy/students/new">
              Invite somebody
            </LinkButton>
          )
        }
      />
      <Refusal state={actionData} />
      <DataTable
        caption="Invitations, the newest first"
        columns={columns}
        rows={items}
        rowKey={(row) => row.invitationId}
        query={query}
        search="Name or e-mail address"
        filters={[{ name: "status", label: "Standing", options: OPTIONS }]}
        page={{ next: nextCursor }}
        noun={["invitation", "invitations"]}
        empty={
          <EmptyState title="Nobody is invited" text="An invitation lets somebody take a course for free." />
        }
      />
    </>
  );
}
