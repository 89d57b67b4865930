import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

const ANONYMOUS = [
  (personId: string) =>
    sql`UPDATE playbook.schedule_change SET by_person_id = NULL WHERE by_person_id = ${personId}`,
  (personId: string) =>
    sql`UPDATE playbook.work_change SET by_person_id = NULL WHERE by_person_id = ${personId}`,
  (personId: string) =>
    sql`UPDATE playbook.calendar_change SET by_person_id = NULL WHERE by_person_id = ${personId}`,
  (personId: string) => sql`UPDATE playbook.dependency SET created_by = NULL WHERE created_by = ${personId}`,
  (personId: string) => sql`UPDATE playbook.baseline SET taken_by = NULL WHERE taken_by = ${personId}`,
];

/** Who moved, started and finished work. The history stays, since the plan's past is told from it. */
export const scheduleData: PersonalDataSource = {
  table: "playbook.work_change",
  what: "Work packages a person moved, started, finished or linked, and baselines a person took",
  basis: "Kept as the history of the plan; the person is removed when erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT n.text AS work_package, c.what, c.at, c.note FROM (
            SELECT node_id, cause AS what, at, NULL AS note FROM playbook.schedule_change WHERE by_person_id = ${personId}
            UNION ALL
            SELECT node_id, status, at, note FROM playbook.work_change WHERE by_person_id = ${personId}
            UNION ALL
            SELECT to_id, 'linked', created_at, NULL FROM playbook.dependency WHERE created_by = ${personId}) c
          JOIN playbook.node n ON n.id = c.node_id
          UNION ALL
          SELECT name, 'baseline', taken_at, reason FROM playbook.baseline WHERE taken_by = ${personId}
          ORDER BY 3`,
    ),
  erase: async (db: Db, personId: string) => {
    for (const statement of ANONYMOUS) await db.execute(statement(personId));
  },
};
