import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

const OWN = sql`enrollment_id IN (SELECT id FROM academy.enrollment WHERE person_id = `;

/** What packages know of a student. */
export const packagesPersonalData: readonly PersonalDataSource[] = [
  {
    table: "academy.package_state",
    what: "Where a student is in SCORM packages, answers and scores among it",
    basis:
      "Needed to go on where one was; what the package kept is erased with the person, the result stays without it",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT package_id, item_id, cmi, completion, success, score_ppm, total_ms, saved_at FROM academy.package_state
            WHERE ${OWN}${personId}) ORDER BY saved_at`,
      ),
    erase: async (db, personId) => {
      await db.execute(sql`UPDATE academy.package_state SET cmi = '{}' WHERE ${OWN}${personId})`);
    },
  },
  {
    table: "academy.package_launch",
    what: "When somebody opened a package",
    basis: "Tells which window is the newest; erased with the person",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT package_id, item_id, created_at, ended_at FROM academy.package_launch WHERE person_id = ${personId}
            ORDER BY created_at`,
      ),
    erase: async (db, personId) => {
      await db.execute(sql`DELETE FROM academy.package_launch WHERE person_id = ${personId}`);
    },
  },
];
