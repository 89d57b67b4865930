import { refuse } from "#kernel/errors.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { OnePerson, PersonSummary } from "#modules/staff/contract.ts";
import { PERSON_COLUMNS, type PersonRow, toPersonSummary } from "#modules/staff/queries/person-rows.ts";

/** One of the company's people. Errors: `staff.person_unknown`. */
export const getPerson = defineQuery({
  name: "staff.get_person",
  title: "Read one person",
  http: "GET /people/:personId",
  access: "staff:read",
  input: OnePerson,
  output: PersonSummary,
  run: async ({ db, input }) => {
    const row = await firstRow<PersonRow>(
      db,
      sql`SELECT ${PERSON_COLUMNS} FROM auth.person p WHERE p.id = ${input.personId} AND p.role IS NOT NULL`,
    );
    if (!row) throw refuse("not_found", "staff.person_unknown", "There is nobody of this id.");
    return toPersonSummary(row);
  },
});
