import type { z } from "zod";
import type { Invitation } from "#modules/people/contract/members.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Moment } from "#web/ui/time.tsx";
import { roleLabel, rolesToGive } from "./roles.ts";
import { usePortal } from "./use-portal.ts";

/** Somebody who was asked and has not answered. */
export function InvitationRow({ invitation }: { invitation: z.output<typeof Invitation> }) {
  const { account } = usePortal();
  const { invitationId, email, name, role, status, expiresAt } = invitation;
  const mayManage = account ? rolesToGive(account.role).some(({ value }) => value === role) : false;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <p dir="auto" className="font-medium">
          {name || email}
        </p>
        <p className="text-13 text-muted">
          {name && `${email}, `}
          {roleLabel(role)}, {status === "open" ? "open until" : "ran out"} <Moment at={expiresAt} />
        </p>
      </div>
      {mayManage && (
        <div className="flex gap-2">
          <Form intent={`resend:${invitationId}`} className="">
            <input type="hidden" name="invitationId" value={invitationId} />
            <Button size="small">
              Send again<span className="sr-only"> to {email}</span>
            </Button>
          </Form>
          <Form intent={`revoke:${invitationId}`} className="">
            <input type="hidden" name="invitationId" value={invitationId} />
            <Button size="small" look="quiet">
              Take back<span className="sr-only"> from {email}</span>
            </Button>
          </Form>
        </div>
      )}
    </li>
  );
}
