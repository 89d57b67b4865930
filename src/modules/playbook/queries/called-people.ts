import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { checkStaffMember } from "#modules/playbook/queries/person-name.ts";
import { mentionedIn, type Named } from "#modules/playbook/rules/mentioned-in.ts";

const staff = (db: Db) =>
  rows<Named>(db, sql`SELECT id, name FROM auth.person WHERE role IS NOT NULL AND disabled_at IS NULL`);

/**
 * Whom a comment calls: those chosen, and those named in its words as `@Name`.
 * Errors: `playbook.assignee_unknown` when one who was chosen does not work here.
 */
export async function calledPeople(
  db: Db,
  { body, mentions }: { body: string; mentions: readonly string[] },
  known: readonly string[] = [],
): Promise<string[]> {
  const chosen = [...new Set(mentions)];
  for (const personId of chosen.filter((id) => !known.includes(id))) await checkStaffMember(db, personId);
  const named = body.includes("@") ? mentionedIn(body, await staff(db)) : [];
  return [...new Set([...chosen, ...named])];
}
