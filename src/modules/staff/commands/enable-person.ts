import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { OnePerson, PersonState } from "#modules/staff/contract.ts";
import { PersonEnabled } from "#modules/staff/events.ts";
import { canManage } from "#modules/staff/policy.ts";
import { lockPerson } from "#modules/staff/queries/lock-person.ts";

/** Lets a person sign in again, with the keys they had; their tokens stay revoked. Errors: `staff.person_unknown`. */
export const enablePerson = defineCommand({
  name: "staff.enable_person",
  title: "Let a person in again",
  http: "DELETE /people/:personId/disablement",
  access: "staff:manage",
  confirm: true,
  input: OnePerson,
  output: PersonState,
  load: lockPerson,
  allow: (actor, person) => canManage(actor, person),
  run: async ({ tx, now, emit }, person) => {
    const { personId, role } = person;
    if (person.status !== "disabled") return { personId, role, status: person.status };
    const row = await firstRow<{ joined: boolean }>(
      tx,
      sql`UPDATE auth.person SET disabled_at = NULL, updated_at = ${now.toString()} WHERE id = ${personId}
          RETURNING joined_at IS NOT NULL AS joined`,
    );
    await emit(PersonEnabled, { personId });
    return { personId, role, status: row?.joined ? ("active" as const) : ("invited" as const) };
  },
});
