import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Select } from "#web/ui/select.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { CustomerMembers } from "./customer-detail.ts";
import { roleChoices, roleLabel } from "./words.ts";

type Member = CustomerMembers["members"][number];

interface MemberListProps {
  members: readonly Member[];
  mayEdit: boolean;
  state: FormState | undefined;
}

/** Who belongs to an account, with what may be changed of each. */
export function MemberList({ members, mayEdit, state }: MemberListProps) {
  if (members.length === 0) return <p className="text-muted">Nobody belongs to it.</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {members.map((member) => (
        <li key={member.personId} className="py-3">
          <div className="flex flex-wrap items-start gap-x-2.5 gap-y-1">
            <Avatar name={member.name} />
            <div className="min-w-0 flex-1 basis-56">
              <NameLink to={`/console/customers/people/${member.personId}`}>{member.name}</NameLink>
              <p className="text-13 text-muted [overflow-wrap:anywhere]">{member.email}</p>
            </div>
            <div className="ps-9 sm:ps-0 sm:text-end">
              <p>{roleLabel(member.role)}</p>
              <p className="text-13 text-muted">
                since <Moment at={member.fromAt} />
              </p>
            </div>
          </div>
          {mayEdit && <MemberActions member={member} state={state} />}
        </li>
      ))}
    </ul>
  );
}

function MemberActions({ member, state }: { member: Member; state: FormState | undefined }) {
  const [roleIntent, removeIntent] = [`role-${member.personId}`, `remove-${member.personId}`];
  const isOpen = state?.intent === roleIntent || state?.intent === removeIntent;
  return (
    <div className="ps-9">
      <Disclosure summary="Change or remove" open={isOpen}>
        <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
          <Form state={state} intent={roleIntent} className="flex flex-wrap items-end gap-2 space-y-0">
            <input type="hidden" name="personId" value={member.personId} />
            <Select name="role" label="Role" options={roleChoices} defaultValue={member.role} />
            <Button>Change the role</Button>
          </Form>
          <Form state={state} intent={removeIntent} className="space-y-3">
            <input type="hidden" name="personId" value={member.personId} />
            <Button look="danger">Remove</Button>
          </Form>
        </div>
      </Disclosure>
    </div>
  );
}
