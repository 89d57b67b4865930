import { Avatar } from "#web/ui/avatar.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import type { CustomerMembers } from "./customer-detail.ts";
import { roleLabel } from "./words.ts";

const SHOWN = 8;

interface MemberNamesProps extends Pick<CustomerMembers, "members"> {
  accountId: string;
}

/** The first members of an account, each leading to their page. */
export function MemberNames({ accountId, members }: MemberNamesProps) {
  if (members.length === 0) return <p className="text-muted">Nobody belongs to it.</p>;
  const more = members.length - SHOWN;
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {members.slice(0, SHOWN).map(({ personId, name, email, role }) => (
          <li key={personId} className="flex items-center gap-2.5 py-2">
            <Avatar name={name} />
            <span className="min-w-0 flex-1">
              <NameLink to={`/console/customers/people/${personId}`}>{name}</NameLink>
              <span className="block text-13 text-muted [overflow-wrap:anywhere]">{email}</span>
            </span>
            <span className="text-13 text-muted">{roleLabel(role)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-13">
        <TextLink to={`/console/customers/${accountId}/members`} className="inline-block py-1 touch:py-3">
          {more > 0 ? `${more} more and invitations` : "Members and invitations"}
        </TextLink>
      </p>
    </>
  );
}
