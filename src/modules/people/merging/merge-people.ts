import { z } from "zod";
import { endSessions } from "#kernel/auth/session.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { lockEmail } from "#modules/people/accounts/person-by-email.ts";
import { personUnknown } from "#modules/people/accounts/person-exists.ts";
import { PersonMerged, PersonMergeUndone } from "#modules/people/events/persons.ts";
import type { Move, MovedTable } from "#modules/people/merging/move-rows.ts";
import {
  keepMoves,
  moveAll,
  refuseSame,
  returnAll,
  type StandingMerge,
} from "#modules/people/merging/record-merge.ts";

type MergeContext = Pick<CommandContext<unknown>, "tx" | "now" | "actor" | "runtime" | "emit">;

/** What a merged person's row said, to be said again; empty once it was erased. */
const Before = z.object({
  email: z.string(),
  emailVerified: z.boolean(),
  disabledAt: z.string().nullable(),
  endedMembershipIds: z.array(z.string()),
});

interface PersonRow {
  id: string;
  email: string;
  emailVerified: boolean;
  disabledAt: string | null;
  isStaff: boolean;
}

async function lockPeople(tx: Tx, move: Move): Promise<PersonRow> {
  refuseSame(move);
  const found = await rows<PersonRow>(
    tx,
    sql`SELECT id, email, email_verified AS "emailVerified", disabled_at AS "disabledAt", role IS NOT NULL AS "isStaff"
        FROM auth.person WHERE id IN (${move.keptId}, ${move.mergedId}) ORDER BY id FOR UPDATE`,
  );
  const merged = found.find(({ id }) => id === move.mergedId);
  const kept = found.find(({ id }) => id === move.keptId);
  if (!merged || !kept) throw personUnknown();
  if (merged.isStaff)
    throw refuse(
      "conflict",
      "people.is_staff",
      "This person works here. Keep them, and merge the other one.",
    );
  if (kept.disabledAt !== null || merged.disabledAt !== null)
    throw refuse(
      "conflict",
      "people.person_disabled",
      "One of the two cannot sign in: merged already, erased or shut out.",
    );
  return merged;
}

/** A person both of whose memberships are in one account keeps the kept one's; the account must not lose its owner by it. */
async function endDoubles({ tx, now }: MergeContext, { keptId, mergedId }: Move): Promise<string[]> {
  const lost = await firstRow<{ name: string }>(
    tx,
    sql`SELECT a.name FROM people.membership m JOIN people.membership k USING (account_id)
        JOIN people.account a ON a.id = m.account_id
        WHERE m.person_id = ${mergedId} AND k.person_id = ${keptId} AND m.until_at IS NULL AND k.until_at IS NULL
          AND m.role = 'owner' AND k.role <> 'owner' LIMIT 1`,
  );
  if (lost)
    throw refuse(
      "conflict",
      "people.merge_loses_owner",
      `Both belong to ${lost.name}, and the one to be merged owns it. Make the kept one an owner first.`,
    );
  const ended = await rows<{ id: string }>(
    tx,
    sql`UPDATE people.membership m SET until_at = greatest(m.from_at, ${now.toString()}::timestamptz)
        FROM people.membership k
        WHERE k.account_id = m.account_id AND k.person_id = ${keptId} AND k.until_at IS NULL
          AND m.person_id = ${mergedId} AND m.until_at IS NULL
        RETURNING m.id`,
  );
  return ended.map(({ id }) => id);
}

/** The merged person's address leads to the kept one from now on; they cannot sign in any more. */
async function passAddressOn(context: MergeContext, merged: PersonRow, keptId: string): Promise<void> {
  const { tx, now } = context;
  const at = now.toString();
  await endSessions(tx, merged.id);
  await tx.execute(
    sql`UPDATE auth.person SET email = id::text || '@merged.invalid', disabled_at = ${at}, updated_at = ${at}
        WHERE id = ${merged.id}`,
  );
  await tx.execute(
    sql`INSERT INTO people.email_address (id, person_id, email, added_at, verified_at)
        VALUES (${newId()}, ${keptId}, ${merged.email}, ${at}, ${merged.emailVerified ? at : null})
        ON CONFLICT (person_id, email) DO NOTHING`,
  );
}

/**
 * Two people become one: everything of the merged one is the kept one's, who signs in as before.
 * Errors: `people.person_unknown`, `people.is_staff`, `people.person_disabled`, `people.merge_loses_owner`,
 * `people.merge_same`, `people.merge_clash`.
 */
export async function mergePeople(
  context: MergeContext,
  move: Move,
): Promise<{ mergeId: string; rows: number; moved: MovedTable[] }> {
  const { tx, emit } = context;
  const merged = await lockPeople(tx, move);
  const { email, emailVerified, disabledAt } = merged;
  await lockEmail(tx, email);
  const endedMembershipIds = await endDoubles(context, move);
  const moved = await moveAll(context, "person", move);
  const before = { email, emailVerified, disabledAt, endedMembershipIds };
  const kept = await keepMoves(context, { ...move, kind: "person", before }, moved);
  await passAddressOn(context, merged, move.keptId);
  await emit(PersonMerged, { personId: move.keptId, mergedPersonId: move.mergedId, mergeId: kept.mergeId });
  return { ...kept, moved };
}

/** The two are two again. Errors: `people.merge_erased`, `people.email_taken`. */
export async function partPeople(context: MergeContext, merge: StandingMerge): Promise<void> {
  const { tx, now, emit } = context;
  const before = Before.safeParse(merge.before).data;
  if (!before)
    throw refuse("conflict", "people.merge_erased", "One of the two was erased since. This merge stands.");
  const { keptId, mergedId } = merge;
  await tx.execute(
    sql`SELECT id FROM auth.person WHERE id IN (${keptId}, ${mergedId}) ORDER BY id FOR UPDATE`,
  );
  await lockEmail(tx, before.email);
  await tx.execute(
    sql`DELETE FROM people.email_address WHERE person_id = ${keptId} AND email = ${before.email}`,
  );
  const taken = await firstRow(
    tx,
    sql`SELECT 1 FROM auth.person WHERE email = ${before.email}
        UNION ALL SELECT 1 FROM people.email_address WHERE email = ${before.email} AND verified_at IS NOT NULL`,
  );
  if (taken)
    throw refuse(
      "conflict",
      "people.email_taken",
      "The address of the merged person is in use. Have it removed there first.",
    );
  await returnAll(context, merge);
  await tx.execute(
    sql`UPDATE people.membership SET until_at = NULL
        WHERE id = ANY(${sql.param(before.endedMembershipIds)}::uuid[])
          AND until_at = greatest(from_at, ${merge.mergedAt}::timestamptz)`,
  );
  await tx.execute(
    sql`UPDATE auth.person
        SET email = ${before.email}, email_verified = ${before.emailVerified}, disabled_at = ${before.disabledAt},
            updated_at = ${now.toString()}
        WHERE id = ${mergedId}`,
  );
  await emit(PersonMergeUndone, { personId: keptId, mergedPersonId: mergedId, mergeId: merge.mergeId });
}
