import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { weekWords } from "#modules/playbook/queries/fragments.ts";

/** What is talked about. */
export interface Subject {
  planId: string;
  title: string;
}

const FINDERS = {
  node: (id: string) =>
    sql`SELECT plan_id AS "planId", text AS title FROM playbook.node WHERE id = ${id} AND removed_at IS NULL`,
  review: (id: string) =>
    sql`SELECT plan_id AS "planId", 'Review of ' || ${weekWords(sql`week`)} AS title FROM playbook.review WHERE id = ${id}`,
  experiment: (id: string) =>
    sql`SELECT plan_id AS "planId", title FROM playbook.experiment WHERE id = ${id} AND removed_at IS NULL`,
} as const;

/** Finds what a comment is about. Errors: `playbook.subject_not_found`. */
export async function getSubject(db: Db, kind: keyof typeof FINDERS, id: string): Promise<Subject> {
  const subject = await firstRow<Subject>(db, FINDERS[kind](id));
  if (!subject)
    throw refuse("not_found", "playbook.subject_not_found", "What this is about is not here any more.");
  return subject;
}
