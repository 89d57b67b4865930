import type { StaffRole } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A staff member, locked together with all who are owners. */
export interface LockedPerson {
  personId: string;
  name: string;
  email: string;
  role: StaffRole;
  status: "invited" | "active" | "disabled";
  /** Owners who can act besides this person. */
  otherOwners: number;
}

type Row = Omit<LockedPerson, "otherOwners">;

/**
 * Locks a person and every owner who can act, in one order for everybody: of two owners who take each other's role
 * at once, the second waits, counts again and is refused. Errors: `staff.person_unknown`.
 */
export async function lockPerson(tx: Tx, { personId }: { personId: string }): Promise<LockedPerson> {
  const locked = await rows<Row>(
    tx,
    sql`SELECT id AS "personId", name, email, role,
               CASE WHEN disabled_at IS NOT NULL THEN 'disabled'
                    WHEN joined_at IS NULL THEN 'invited' ELSE 'active' END AS status
        FROM auth.person
        WHERE role IS NOT NULL AND (id = ${personId} OR (role = 'owner' AND disabled_at IS NULL))
        ORDER BY id FOR UPDATE`,
  );
  const person = locked.find((row) => row.personId === personId);
  if (!person) throw refuse("not_found", "staff.person_unknown", "There is nobody of this id.");
  const otherOwners = locked.filter(
    // Somebody who was invited and never came cannot act.
    (row) => row !== person && row.role === "owner" && row.status === "active",
  ).length;
  return { ...person, otherOwners };
}

/** Refuses what would leave the company without an owner. Errors: `staff.last_owner`. */
export function keepAnOwner(person: LockedPerson): void {
  if (person.role === "owner" && person.otherOwners === 0)
    throw refuse(
      "conflict",
      "staff.last_owner",
      "This is the last owner. Make somebody else an owner first.",
    );
}
