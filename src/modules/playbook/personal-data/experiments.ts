import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** Experiments a person owned, planned or decided. They stay, the person leaves them. */
export const experimentData: PersonalDataSource = {
  table: "playbook.experiment",
  what: "Experiments a person owned, planned or decided",
  basis: "Kept as what the company learned; the person is removed when erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT title, hypothesis, starts_on, ends_on, result_note, decision FROM playbook.experiment
          WHERE ${personId} IN (owner_id, created_by, decided_by) ORDER BY starts_on`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE playbook.experiment SET owner_id = nullif(owner_id, ${personId}),
            created_by = nullif(created_by, ${personId}), decided_by = nullif(decided_by, ${personId})
          WHERE ${personId} IN (owner_id, created_by, decided_by)`,
    );
  },
};
