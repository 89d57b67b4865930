import type { SearchSource } from "#kernel/module.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Finds people by part of their name or address. */
export const peopleSearch: SearchSource = {
  kind: "Person",
  permission: "staff:read",
  find: async (db, { text, limit }) => {
    const found = await rows<{ id: string; name: string; email: string }>(
      db,
      sql`SELECT id, name, email FROM auth.person
          WHERE role IS NOT NULL AND disabled_at IS NULL
            AND position(lower(${text}) in lower(name || ' ' || email)) > 0
          ORDER BY lower(name), id LIMIT ${limit}`,
    );
    return found.map(({ id, name, email }) => ({
      kind: "Person",
      title: name,
      detail: email,
      href: `/console/people/${id}`,
    }));
  },
};
