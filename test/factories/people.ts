import { STAFF_ROLES, type StaffRole } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import type { TestApp } from "#test/harness.ts";

/** Names of the people whom `house.person(role)` acts as. */
export const NAMES: Record<StaffRole, string> = {
  owner: "Olga Owner",
  admin: "Adam Admin",
  editor: "Eda Editor",
  support: "Sam Support",
  finance: "Fina Finance",
  viewer: "Vito Viewer",
};

/** The person id of a role in a test house. */
export function personId(house: TestApp, role: StaffRole): string {
  const actor = house.person(role);
  if (actor.kind !== "person") throw new Error("A test person is a person");
  return actor.personId;
}

/** Writes the people of a test house into its database, one for each role. */
export async function createPeople(house: TestApp): Promise<void> {
  const people = STAFF_ROLES.map((role) => ({
    id: personId(house, role),
    name: NAMES[role],
    email: `${role}@example.com`,
    role,
  }));
  const now = house.clock.now().toString();
  await house.app.database.db.execute(
    sql`INSERT INTO auth.person (id, name, email, role, email_verified, created_at, updated_at)
        SELECT id, name, email, role, true, ${now}::timestamptz, ${now}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS j (id uuid, name text, email text, role text)`,
  );
}
