import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** Reviews a person signed. They stay signed; the name is removed. */
export const reviewData: PersonalDataSource = {
  table: "playbook.review",
  what: "Weekly reviews a person signed",
  basis: "Kept as the record of what the company decided; the name is removed when a person is erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT week, signed_at, signed_name FROM playbook.review WHERE signed_by = ${personId} ORDER BY week`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE playbook.review SET signed_by = NULL, signed_name = 'a person who left'
          WHERE signed_by = ${personId}`,
    );
  },
};
