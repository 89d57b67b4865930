import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { isManager, isOwn } from "#modules/staff/policy.ts";

/** Everything the house knows of a person, table by table; one's own, or anybody's for managers. */
export const exportPersonalData = defineQuery({
  name: "staff.export_personal_data",
  title: "Export what is known of a person",
  http: "GET /personal-data",
  access: "signed_in",
  input: z.object({ personId: z.uuid().optional().describe("Left out: oneself") }),
  output: z.object({
    personId: z.uuid(),
    exportedAt: z.string(),
    tables: z.array(
      z.object({ table: z.string(), what: z.string(), basis: z.string(), rows: z.array(z.unknown()) }),
    ),
  }),
  allow: (actor, _loaded, { personId }) => isOwn(actor, personId) || isManager(actor),
  run: async ({ db, actor, now, runtime, input }) => {
    const personId = input.personId ?? actorPersonId(actor);
    if (!personId)
      throw refuse("invalid", "staff.person_missing", "Say whose data.", {
        issues: [{ path: "personId", message: "Say whose data" }],
      });
    const tables = [];
    for (const { table, what, basis, ...source } of runtime().registry.modules.flatMap(
      (m) => m.personalData ?? [],
    ))
      tables.push({ table, what, basis, rows: await source.export(db, personId) });
    return { personId, exportedAt: now.toString(), tables };
  },
});
