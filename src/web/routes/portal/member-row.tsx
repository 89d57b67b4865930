import type { z } from "zod";
import type { Member } from "#modules/people/contract/members.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Select } from "#web/ui/select.tsx";
import { roleLabel, rolesToGive } from "./roles.ts";
import { usePortal } from "./use-portal.ts";

interface MemberRowProps {
  member: z.output<typeof Member>;
  isOneself: boolean;
  state: FormState | undefined;
}

/** A member with their role, and what who looks may do about it. */
export function MemberRow({ member, isOneself, state }: MemberRowProps) {
  const { account } = usePortal();
  const { personId, name, email, role } = member;
  const roles = account ? rolesToGive(account.role) : [];
  const mayChange = roles.some(({ value }) => value === role);
  const intent = `role:${personId}`;
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Avatar name={name} />
        <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <p dir="auto" className="font-medium">
            {name}
            {isOneself && <span className="font-normal text-muted">, you</span>}
          </p>
          <p className="text-13 text-muted">{email}</p>
        </div>
        <span className="text-14 text-muted">{roleLabel(role)}</span>
      </div>
      {mayChange && (
        <Disclosure
          summary={`Change ${name}`}
          open={state?.intent === intent || state?.intent === `remove:${personId}`}
        >
          <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
            <Form state={state} intent={intent} className="flex flex-wrap items-end gap-3">
              <input type="hidden" name="personId" value={personId} />
              <Select name="role" label="Role" options={roles} defaultValue={role} />
              <Button>Set the role</Button>
            </Form>
            {!isOneself && (
              <Form state={state} intent={`remove:${personId}`} className="">
                <input type="hidden" name="personId" value={personId} />
                <Button look="danger">Remove</Button>
              </Form>
            )}
          </div>
        </Disclosure>
      )}
    </li>
  );
}
