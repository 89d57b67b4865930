import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A person as decisions about customers need them. */
export interface KnownPerson {
  personId: string;
  name: string;
  email: string;
  isStaff: boolean;
}

export const personUnknown = () =>
  refuse("not_found", "people.person_unknown", "There is nobody of this id.");

/** Finds a person. Errors: `people.person_unknown`. */
export async function personExists(db: Db, personId: string): Promise<KnownPerson> {
  const person = await firstRow<KnownPerson>(
    db,
    sql`SELECT id AS "personId", name, email, role IS NOT NULL AS "isStaff" FROM auth.person WHERE id = ${personId}`,
  );
  if (!person) throw personUnknown();
  return person;
}
