import type { StaffRole } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Ids of the people who have one of the roles and may sign in; who a notice "to the owners" goes to. */
export async function findStaffIds(db: Db, roles: readonly StaffRole[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`SELECT id FROM auth.person WHERE role = ANY(${sql.param([...roles])}::text[]) AND disabled_at IS NULL ORDER BY id`,
  );
  return found.map(({ id }) => id);
}
