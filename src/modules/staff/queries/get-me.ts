import { actorPersonId, type StaffRole } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { permissionsOf } from "#kernel/operation/access.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { z } from "zod";
import { Me } from "#modules/staff/contract.ts";

interface MeRow {
  personId: string;
  name: string;
  email: string;
  role: StaffRole | null;
  zone: string | null;
  locale: string | null;
}

/** Who asks, and what they may do. Errors: `staff.person_unknown` for the house itself. */
export const getMe = defineQuery({
  name: "staff.get_me",
  title: "Say who I am and what I may do",
  http: "GET /me",
  access: "signed_in",
  input: z.object({}),
  output: Me,
  run: async ({ db, actor, runtime }) => {
    const personId = actorPersonId(actor);
    const row = await firstRow<MeRow>(
      db,
      sql`SELECT id AS "personId", name, email, role, zone, locale FROM auth.person WHERE id = ${personId}`,
    );
    if (!row) throw refuse("not_found", "staff.person_unknown", "Nobody stands behind this call.");
    return { ...row, permissions: [...permissionsOf(runtime().registry, actor)].toSorted() };
  },
});
