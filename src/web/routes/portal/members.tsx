import type { z } from "zod";
import { OneAccount } from "#modules/people/contract/lists.ts";
import {
  MemberChange,
  type MembersOfAccount,
  NewInvitation,
  OneInvitation,
  OneMember,
} from "#modules/people/contract/members.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/members.ts";
import { InvitationRow } from "./invitation-row.tsx";
import { InviteForm } from "./invite-form.tsx";
import { MemberRow } from "./member-row.tsx";
import { needAccount, portalContext, portalPath } from "./portal-context.ts";
import { usePortal } from "./use-portal.ts";

type Members = z.output<typeof MembersOfAccount>;

export const handle: RouteHandle = {
  crumb: "Members",
  notices: {
    invited: "The invitation is on its way.",
    resent: "The invitation is sent again.",
    revoked: "The invitation is taken back.",
    role: "The role is changed.",
    removed: "They no longer belong to the account.",
    left: "You have left the account.",
  },
};

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  const { accountId } = needAccount(context.get(portalContext));
  const members = await page.call<Members>("people.list_my_members", { accountId });
  return { ...members, viewerId: page.viewer?.personId ?? null };
}

const OPERATIONS = {
  invite: ["people.invite_my_member", NewInvitation, "invited"],
  resend: ["people.resend_my_invitation", OneInvitation, "resent"],
  revoke: ["people.revoke_my_invitation", OneInvitation, "revoked"],
  role: ["people.change_my_member", MemberChange, "role"],
  remove: ["people.remove_my_member", OneMember, "removed"],
} as const;

export async function action(args: Route.ActionArgs) {
  const portal = args.context.get(portalContext);
  const { accountId } = needAccount(portal);
  // A list has many forms of one kind; what comes before the colon says which.
  const intent = String((await args.request.clone().formData()).get("intent")).split(":")[0];
  const map = (form: Record<string, unknown>) => ({ ...form, accountId });
  if (intent === "leave")
    return submit(args, "people.leave_my_account", {
      schema: OneAccount,
      map,
      onSuccess: () => done("/account", "left"),
    });
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.invite;
  return submit(args, operation, {
    schema,
    map,
    onSuccess: () => done(portalPath(portal, "/account/members"), notice),
  });
}

export default function MembersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { members, invitations, seats, viewerId } = loaderData;
  const { account } = usePortal();
  const isFull = seats.limit !== null && seats.used >= seats.limit;
  return (
    <>
      <PageHeader
        title="Members"
        lead={
          seats.limit === null
            ? "Who belongs to the account."
            : `${seats.used} of ${seats.limit} seats are taken.`
        }
      />
      <Card flush>
        <ul className="divide-y divide-line">
          {members.map((member) => (
            <MemberRow
              key={member.personId}
              member={member}
              isOneself={member.personId === viewerId}
              state={actionData}
            />
          ))}
        </ul>
      </Card>
      {invitations.length > 0 && (
        <Section title="Invited">
          <Card flush>
            <ul className="divide-y divide-line">
              {invitations.map((invitation) => (
                <InvitationRow key={invitation.invitationId} invitation={invitation} />
              ))}
            </ul>
          </Card>
        </Section>
      )}
      {account?.canInvite && (
        <Section
          title="Invite somebody"
          note={isFull ? "All seats are taken. A larger plan has more." : undefined}
        >
          {!isFull && <InviteForm role={account.role} state={actionData} />}
        </Section>
      )}
      <Section title="Leave">
        <Disclosure summary="Leave this account" open={actionData?.intent === "leave"}>
          <Form state={actionData} intent="leave" className="max-w-[560px] space-y-4">
            <p className="text-muted">
              You no longer see it then, nor what it has bought. Who stays can invite you again.
            </p>
            <Button look="danger">Leave the account</Button>
          </Form>
        </Disclosure>
      </Section>
    </>
  );
}
