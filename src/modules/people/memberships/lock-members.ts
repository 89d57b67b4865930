import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { accountUnknown } from "#modules/people/accounts/account.ts";
import type { MemberRole } from "#modules/people/contract/account.ts";

/** A member as decisions need them, the account locked. */
export interface LockedMember {
  accountId: string;
  personId: string;
  role: MemberRole;
  /** Owners besides this person. */
  otherOwners: number;
}

/**
 * Locks an account: who changes its members waits for who began before. Errors: `people.account_unknown`,
 * `people.account_merged`.
 */
export async function lockAccount(tx: Tx, accountId: string): Promise<{ seatLimit: number | null }> {
  const account = await firstRow<{ seatLimit: number | null; merged: boolean }>(
    tx,
    sql`SELECT seat_limit AS "seatLimit", merged_into_id IS NOT NULL AS merged
        FROM people.account WHERE id = ${accountId} FOR NO KEY UPDATE`,
  );
  if (!account) throw accountUnknown();
  if (account.merged)
    throw refuse(
      "conflict",
      "people.account_merged",
      "This customer was merged into another one. Open that one, or undo the merge.",
    );
  return account;
}

/** Locks an account and finds one member of it. Errors: `people.member_unknown` and those of `lockAccount`. */
export async function lockMember(
  tx: Tx,
  { accountId, personId }: { accountId: string; personId: string },
): Promise<LockedMember> {
  await lockAccount(tx, accountId);
  const members = await rows<{ personId: string; role: MemberRole }>(
    tx,
    sql`SELECT person_id AS "personId", role FROM people.membership
        WHERE account_id = ${accountId} AND until_at IS NULL`,
  );
  const member = members.find((one) => one.personId === personId);
  if (!member) throw refuse("not_found", "people.member_unknown", "This person does not belong to it.");
  const otherOwners = members.filter((one) => one !== member && one.role === "owner").length;
  return { accountId, ...member, otherOwners };
}

/** Refuses what would leave an account without an owner. Errors: `people.last_owner`. */
export function keepAnOwner(member: LockedMember): void {
  if (member.role === "owner" && member.otherOwners === 0)
    throw refuse(
      "conflict",
      "people.last_owner",
      "This is the only owner. Make somebody else an owner first.",
    );
}
