import { z } from "zod";
import { MemberChange, NewInvitation, OneInvitation, OneMember } from "#modules/people/contract/members.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Section } from "#web/ui/section.tsx";
import { countOf } from "#web/format/plural.ts";
import type { Route } from "./+types/members.ts";
import { type CustomerMembers, readCustomer } from "./customer-detail.ts";
import { CustomerHeader } from "./customer-header.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { InviteForm, SeatsForm } from "./member-forms.tsx";
import { MemberList } from "./member-list.tsx";

export const handle: RouteHandle = {
  crumb: "Members",
  notices: {
    invited: "The invitation is on its way.",
    resent: "A new invitation is on its way. The earlier link no longer works.",
    revoked: "The invitation is taken back.",
    role_changed: "The role is changed. It holds from the next page they open.",
    removed: "They no longer belong to it.",
    seats_set: "The number of seats is set.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { accountId } = params;
  const [account, members] = await Promise.all([
    readCustomer(call, accountId),
    call<CustomerMembers>("people.list_members", { accountId }),
  ]);
  return { account, members };
}

const Seats = z.object({ accountId: z.uuid(), limit: z.number().int().min(1).max(100_000).nullable() });

const OPERATIONS = {
  invite: ["people.invite_member", NewInvitation, "invited"],
  resend: ["people.send_invitation", OneInvitation, "resent"],
  revoke: ["people.revoke_invitation", OneInvitation, "revoked"],
  role: ["people.change_member", MemberChange, "role_changed"],
  remove: ["people.remove_member", OneMember, "removed"],
  seats: ["people.set_seats", Seats, "seats_set"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { accountId } = args.params;
  // `role-<person>` and the like: a page holds one such form for each member.
  const intent = String((await args.request.clone().formData()).get("intent")).split("-")[0];
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.invite;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, accountId }),
    onSuccess: () => done(`/console/customers/${accountId}/members`, notice),
  });
}

export default function Members({ loaderData: { account, members }, actionData }: Route.ComponentProps) {
  const mayEdit = usePermission("people:edit") && account.mergedInto === null;
  const { used, limit } = members.seats;
  return (
    <>
      <CustomerHeader account={account} />
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Section
            title="Members"
            note={
              limit === null
                ? `${countOf(used, "seat")} taken, open invitations counted. There is no limit.`
                : `${used} of ${countOf(limit, "seat")} taken, open invitations counted.`
            }
          >
            <MemberList members={members.members} mayEdit={mayEdit} state={actionData} />
          </Section>
          {members.invitations.length > 0 && (
            <Section title="Invitations">
              <InvitationList invitations={members.invitations} mayEdit={mayEdit} state={actionData} />
            </Section>
          )}
        </div>
        {mayEdit && (
          <div className="min-w-0">
            <Section title="Invite somebody" note="They get a mail with a link that works for 7 days.">
              <InviteForm state={actionData} />
            </Section>
            <Section title="Seats">
              <SeatsForm limit={limit} state={actionData} />
            </Section>
          </div>
        )}
      </div>
    </>
  );
}
