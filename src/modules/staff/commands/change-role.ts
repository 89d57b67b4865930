import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ChangeRole, PersonState } from "#modules/staff/contract.ts";
import { RoleChanged } from "#modules/staff/events.ts";
import { canChangeRole } from "#modules/staff/policy.ts";
import { keepAnOwner, lockPerson } from "#modules/staff/queries/lock-person.ts";

/** Gives a person another role; it holds from their next request on. Errors: `staff.person_unknown`, `staff.last_owner`. */
export const changeRole = defineCommand({
  name: "staff.change_role",
  title: "Change a person's role",
  http: "PUT /people/:personId/role",
  access: "staff:manage",
  confirm: true,
  input: ChangeRole,
  output: PersonState,
  load: lockPerson,
  allow: (actor, person, { role }) => canChangeRole(actor, person, role),
  run: async ({ tx, input, now, emit }, person) => {
    const { personId, role } = input;
    if (role === person.role) return { personId, role, status: person.status };
    keepAnOwner(person);
    await tx.execute(
      sql`UPDATE auth.person SET role = ${role}, updated_at = ${now.toString()} WHERE id = ${personId}`,
    );
    await emit(RoleChanged, { personId, role, before: person.role });
    return { personId, role, status: person.status };
  },
});
