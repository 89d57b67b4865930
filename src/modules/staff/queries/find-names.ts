import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Names of people by id, for lists of other modules; who is unknown is missing. */
export async function findNames(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const ids = sql.join(
    [...new Set(personIds)].map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const found = await rows<{ id: string; name: string }>(
    db,
    sql`SELECT id, name FROM auth.person WHERE id IN (${ids})`,
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}
