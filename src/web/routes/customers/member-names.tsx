import { Avatar } from "#web/ui/avatar.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import type { CustomerMembers } from "./customer-detail.ts";
import { roleLabel } from "./words.ts";

const SHOWN = 8;

/** The first members of an account, each leading to their page. */
export function MemberNames({ members }: Pick<CustomerMembers, "members">) {
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
      {more > 0 && <p className="mt-2 text-13 text-muted">{more} more</p>}
    </>
  );
}
