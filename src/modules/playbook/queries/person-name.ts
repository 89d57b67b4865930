import { type Actor, actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** The name a person signs with. Errors: `playbook.person_unknown`, also for the house itself. */
export async function signingName(db: Db, actor: Actor): Promise<string> {
  const id = actorPersonId(actor);
  const row = id
    ? await firstRow<{ name: string }>(db, sql`SELECT name FROM auth.person WHERE id = ${id}`)
    : undefined;
  if (!row) throw refuse("forbidden", "playbook.person_unknown", "Only a person can sign this.");
  return row.name;
}

/** Makes sure that work can be given to a person. Errors: `playbook.assignee_unknown`. */
export async function checkStaffMember(db: Db, personId: string): Promise<void> {
  const row = await firstRow(
    db,
    sql`SELECT 1 FROM auth.person WHERE id = ${personId} AND role IS NOT NULL AND disabled_at IS NULL`,
  );
  if (!row)
    throw refuse(
      "invalid",
      "playbook.assignee_unknown",
      "This person does not work here. Choose somebody else.",
    );
}

/** A person to show; null for nobody. */
export async function findPerson(
  db: Db,
  personId: string | null,
): Promise<{ id: string; name: string } | null> {
  if (personId === null) return null;
  const row = await firstRow<{ id: string; name: string }>(
    db,
    sql`SELECT id, name FROM auth.person WHERE id = ${personId}`,
  );
  return row ?? null;
}
