import { sql } from "#kernel/db/sql.ts";
import type { PeopleContext } from "#modules/people/accounts/open-account.ts";
import type { MemberRole } from "#modules/people/contract/account.ts";
import { MemberLeft, MemberRoleChanged } from "#modules/people/events/members.ts";
import { keepAnOwner, type LockedMember } from "#modules/people/memberships/lock-members.ts";

/** Gives a locked member another role. Errors: `people.last_owner`. */
export async function giveRole(
  context: PeopleContext,
  member: LockedMember,
  role: MemberRole,
): Promise<void> {
  const { tx, emit } = context;
  const { accountId, personId, role: before } = member;
  if (role === before) return;
  keepAnOwner(member);
  await tx.execute(
    sql`UPDATE people.membership SET role = ${role}
        WHERE account_id = ${accountId} AND person_id = ${personId} AND until_at IS NULL`,
  );
  await emit(MemberRoleChanged, { accountId, personId, role, before });
}

/** Ends a locked member's belonging. Errors: `people.last_owner`. */
export async function endMembership(
  context: PeopleContext,
  member: LockedMember,
  how: "left" | "removed",
): Promise<void> {
  const { tx, now, emit } = context;
  const { accountId, personId } = member;
  keepAnOwner(member);
  await tx.execute(
    sql`UPDATE people.membership SET until_at = greatest(from_at, ${now.toString()}::timestamptz)
        WHERE account_id = ${accountId} AND person_id = ${personId} AND until_at IS NULL`,
  );
  await emit(MemberLeft, { accountId, personId, how });
}
