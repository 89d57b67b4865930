import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** Evidence people brought. The proof stays, the person leaves it. */
export const evidenceData: PersonalDataSource = {
  table: "playbook.evidence_item",
  what: "Files, links and notes brought as evidence, and the name notes were signed with",
  basis: "Kept as proof of work done for the company; the name is removed when a person is erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT kind, title, url, body, signed_name, created_at, withdrawn_at, withdrawn_reason
          FROM playbook.evidence_item WHERE created_by = ${personId} ORDER BY created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE playbook.evidence_item SET created_by = NULL,
            signed_name = CASE WHEN signed_name IS NULL THEN NULL ELSE 'a person who left' END
          WHERE created_by = ${personId}`,
    );
    await db.execute(
      sql`UPDATE playbook.evidence_item SET withdrawn_by = NULL WHERE withdrawn_by = ${personId}`,
    );
    await db.execute(
      sql`UPDATE playbook.evidence_binding SET created_by = NULL WHERE created_by = ${personId}`,
    );
  },
};
