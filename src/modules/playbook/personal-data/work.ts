import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** What a person wrote under parts of the plan. The words go with the person. */
export const commentData: PersonalDataSource = {
  table: "playbook.comment",
  what: "Comments a person wrote, and comments that mention the person",
  basis: "Needed to work on the plan together; erased with the person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT subject_kind, body, created_at, edited_at, removed_at FROM playbook.comment
          WHERE author_id = ${personId} ORDER BY created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE playbook.comment SET body = '', author_id = NULL, mentions = '{}',
            removed_at = coalesce(removed_at, created_at) WHERE author_id = ${personId}`,
    );
    await db.execute(
      sql`UPDATE playbook.comment SET mentions = array_remove(mentions, ${personId}::uuid)
          WHERE ${personId}::uuid = ANY (mentions)`,
    );
  },
};

/** How a person said that work goes. The note stays with the work, the person leaves it. */
export const checkInData: PersonalDataSource = {
  table: "playbook.check_in",
  what: "Check-ins a person wrote on work packages",
  basis: "Kept as the history of the work; the person is removed when erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT n.text AS work_package, c.on_day, c.confidence, c.note FROM playbook.check_in c
          JOIN playbook.node n ON n.id = c.node_id WHERE c.author_id = ${personId} ORDER BY c.created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`UPDATE playbook.check_in SET author_id = NULL WHERE author_id = ${personId}`);
  },
};

/** What a person was given to do. The action stays, for somebody else to take. */
export const actionData: PersonalDataSource = {
  table: "playbook.action",
  what: "Actions a person was given, gave or did",
  basis: "Kept as what the company agreed to do; the person is removed when erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT text, due_on, done_at, created_at FROM playbook.action
          WHERE ${personId} IN (assignee_id, done_by, created_by) ORDER BY created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE playbook.action SET assignee_id = nullif(assignee_id, ${personId}),
            done_by = nullif(done_by, ${personId}), created_by = nullif(created_by, ${personId})
          WHERE ${personId} IN (assignee_id, done_by, created_by)`,
    );
  },
};

/** What a person owns in the plan. */
export const ownerData: PersonalDataSource = {
  table: "playbook.node",
  what: "Parts of the plan a person owns",
  basis: "Needed to know who sees to what; the person is removed when erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT kind, text, due_on FROM playbook.node WHERE owner_id = ${personId} AND removed_at IS NULL
          ORDER BY position`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`UPDATE playbook.node SET owner_id = NULL WHERE owner_id = ${personId}`);
  },
};
