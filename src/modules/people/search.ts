import { rows, sql } from "#kernel/db/sql.ts";
import type { SearchSource } from "#kernel/module.ts";
import { matchesText } from "#modules/people/queries/accounts/matches-text.ts";

interface Found {
  id: string;
  name: string;
  detail: string | null;
}

/** Finds customers by a part of their name, an address or a number of theirs. */
export const customerSearch: SearchSource = {
  kind: "Customer",
  permission: "people:read",
  find: async (db, { text, limit }) => {
    const found = await rows<Found>(
      db,
      sql`SELECT a.id, a.name, coalesce(a.billing_email,
            (SELECT p.email FROM people.membership m JOIN auth.person p ON p.id = m.person_id
             WHERE m.account_id = a.id AND m.role = 'owner' AND m.until_at IS NULL ORDER BY m.from_at LIMIT 1)) AS detail
          FROM people.account a WHERE a.merged_into_id IS NULL AND ${matchesText(text)}
          ORDER BY lower(a.name), a.id LIMIT ${limit}`,
    );
    return found.map(({ id, name, detail }) => ({
      kind: "Customer",
      title: name,
      detail: detail ?? "",
      href: `/console/customers/${id}`,
    }));
  },
};
