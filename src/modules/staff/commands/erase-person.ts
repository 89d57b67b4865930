import { z } from "zod";
import { endSessions } from "#kernel/auth/session.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { PersonErased } from "#modules/staff/events.ts";
import { canDisable } from "#modules/staff/policy.ts";
import { keepAnOwner, lockPerson } from "#modules/staff/queries/lock-person.ts";

/**
 * Erases what is personal of somebody in every module, for good; what they did stays under a nameless id, because
 * the plan's history and the audit chain rest on it. Errors: `staff.person_unknown`, `staff.last_owner`.
 */
export const erasePerson = defineCommand({
  name: "staff.erase_person",
  title: "Erase a person's data for good",
  http: "DELETE /people/:personId/personal-data",
  access: "staff:manage",
  confirm: true,
  input: z.object({ personId: z.uuid() }),
  output: z.object({ personId: z.uuid(), tables: z.int() }),
  load: lockPerson,
  allow: (actor, person) => canDisable(actor, person),
  run: async ({ tx, emit, runtime }, person) => {
    const { personId } = person;
    if (person.status !== "disabled") keepAnOwner(person);
    await endSessions(tx, personId);
    const sources = runtime().registry.modules.flatMap((module) => module.personalData ?? []);
    for (const source of sources) await source.erase(tx, personId);
    await emit(PersonErased, { personId });
    return { personId, tables: sources.length };
  },
});
