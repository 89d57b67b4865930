import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { CustomerMembers } from "./customer-detail.ts";
import { roleLabel } from "./words.ts";

interface InvitationListProps {
  invitations: CustomerMembers["invitations"];
  mayEdit: boolean;
  state: FormState | undefined;
}

/** Who was asked and has not answered. */
export function InvitationList({ invitations, mayEdit, state }: InvitationListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {invitations.map((one) => (
        <li key={one.invitationId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-medium [overflow-wrap:anywhere]">{one.email}</p>
            <p className="text-13 text-muted">
              {roleLabel(one.role)}, {one.status === "open" ? "open until " : "ended on "}
              <Moment at={one.expiresAt} />{" "}
              {one.status === "expired" && <Badge tone="caution">Expired</Badge>}
            </p>
          </div>
          {mayEdit && (
            <div className="flex gap-2">
              <InvitationForm intent="resend" id={one.invitationId} state={state} label="Send again" />
              <InvitationForm intent="revoke" id={one.invitationId} state={state} label="Take back" />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function InvitationForm(props: { intent: string; id: string; label: string; state: FormState | undefined }) {
  return (
    <Form state={props.state} intent={`${props.intent}-${props.id}`}>
      <input type="hidden" name="invitationId" value={props.id} />
      <Button size="small">{props.label}</Button>
    </Form>
  );
}
