import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** A person's calendar links; they go with the person. */
export const calendarData: PersonalDataSource = {
  table: "playbook.calendar_feed",
  what: "Calendar links a person made",
  basis: "Needed to show the plan in the person's calendar; erased with the person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT created_at, revoked_at FROM playbook.calendar_feed WHERE person_id = ${personId} ORDER BY created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM playbook.calendar_feed WHERE person_id = ${personId}`);
  },
};
