import { actorPersonId } from "#kernel/actor.ts";
import { endSessions } from "#kernel/auth/session.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { OnePerson, PersonState } from "#modules/staff/contract.ts";
import { PersonDisabled } from "#modules/staff/events.ts";
import { canDisable } from "#modules/staff/policy.ts";
import { keepAnOwner, lockPerson } from "#modules/staff/queries/lock-person.ts";

/**
 * Shuts a person out: sessions end, tokens are revoked for good, open links stop working. What they did stays.
 * Errors: `staff.person_unknown`, `staff.last_owner`.
 */
export const disablePerson = defineCommand({
  name: "staff.disable_person",
  title: "Shut a person out",
  http: "POST /people/:personId/disablement",
  access: "staff:manage",
  confirm: true,
  input: OnePerson,
  output: PersonState,
  load: lockPerson,
  allow: (actor, person) => canDisable(actor, person),
  run: async ({ tx, actor, now, emit }, person) => {
    const { personId, role } = person;
    if (person.status === "disabled") return { personId, role, status: "disabled" as const };
    keepAnOwner(person);
    const at = now.toString();
    await tx.execute(
      sql`UPDATE auth.person SET disabled_at = ${at}, updated_at = ${at} WHERE id = ${personId}`,
    );
    await endSessions(tx, personId);
    await tx.execute(
      sql`UPDATE auth.api_token SET revoked_at = ${at}, revoked_by = ${actorPersonId(actor)}
          WHERE person_id = ${personId} AND revoked_at IS NULL`,
    );
    await tx.execute(sql`DELETE FROM auth.link WHERE person_id = ${personId} AND used_at IS NULL`);
    await emit(PersonDisabled, { personId });
    return { personId, role, status: "disabled" as const };
  },
});
