import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { OnePerson, UpdateProfile } from "#modules/staff/contract.ts";
import { isOwn } from "#modules/staff/policy.ts";

/** Changes one's own name, time zone and language; what is left out stays. Errors: `staff.person_unknown`. */
export const updateProfile = defineCommand({
  name: "staff.update_profile",
  title: "Change my name, time zone and language",
  http: "PATCH /me",
  access: "signed_in",
  input: UpdateProfile,
  output: OnePerson,
  allow: (actor) => isOwn(actor, undefined),
  run: async ({ tx, actor, now, input: { name, zone, locale } }) => {
    const row = await firstRow<{ personId: string }>(
      tx,
      sql`UPDATE auth.person
          SET name = ${name === undefined ? sql`name` : name},
              zone = ${zone === undefined ? sql`zone` : zone},
              locale = ${locale === undefined ? sql`locale` : locale},
              updated_at = ${now.toString()}
          WHERE id = ${actorPersonId(actor)} RETURNING id AS "personId"`,
    );
    if (!row) throw refuse("not_found", "staff.person_unknown", "Nobody stands behind this call.");
    return row;
  },
});
