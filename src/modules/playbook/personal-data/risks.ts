import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** Who changed the rating of risks. The history stays, the person leaves it. */
export const riskData: PersonalDataSource = {
  table: "playbook.risk_change",
  what: "Changes a person made to risks",
  basis: "Kept as the history of the company's risks; the person is removed from it when erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT n.text AS risk, c.at, c.cause, c.became FROM playbook.risk_change c
          JOIN playbook.node n ON n.id = c.node_id WHERE c.by_person_id = ${personId} ORDER BY c.at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE playbook.risk_change SET
            by_person_id = CASE WHEN by_person_id = ${personId} THEN NULL ELSE by_person_id END,
            was = CASE WHEN was->>'ownerId' = ${personId} THEN was || '{"ownerId": null}' ELSE was END,
            became = CASE WHEN became->>'ownerId' = ${personId} THEN became || '{"ownerId": null}' ELSE became END
          WHERE by_person_id = ${personId} OR was->>'ownerId' = ${personId} OR became->>'ownerId' = ${personId}`,
    );
  },
};
