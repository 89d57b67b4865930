import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { announceChanges } from "#modules/playbook/commands/announce-changes.ts";
import { judgeCriteria } from "#modules/playbook/commands/judging.ts";

/** A package's new days, half-open; `notBefore` when a person asked for that start. */
export interface NewDates {
  id: string;
  startsOn: string;
  endsOn: string;
  cause: "moved" | "follows" | "dependency" | "calendar" | "imported";
  notBefore?: string;
}

/** More criteria than this are judged with the whole plan instead of one by one. */
const MOST_JUDGED = 5000;

const shiftTable = (dates: readonly NewDates[]) => {
  const shifts = dates.map(({ id, startsOn, endsOn, cause, notBefore }) => ({
    id,
    starts_on: startsOn,
    ends_on: endsOn,
    cause,
    not_before_on: notBefore ?? null,
    change_id: newId(),
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(shifts)}::jsonb) AS s (
    id uuid, starts_on date, ends_on date, cause text, not_before_on date, change_id uuid)`;
};

type Shifts = ReturnType<typeof shiftTable>;

const keepHistory = (tx: Tx, shifts: Shifts, entry: { moveId: string; now: string; person: string | null }) =>
  tx.execute(
    sql`INSERT INTO playbook.schedule_change (id, node_id, at, cause, by_person_id, move_id, starts_on, ends_on,
          was_starts_on, was_ends_on, was_source_starts_on, was_source_ends_on, was_not_before_on)
        SELECT s.change_id, n.id, ${entry.now}, s.cause, ${entry.person}, ${entry.moveId}, s.starts_on, s.ends_on,
               n.starts_on, n.ends_on, coalesce(w.source_starts_on, n.starts_on),
               coalesce(w.source_ends_on, n.ends_on), w.not_before_on
        FROM ${shifts} JOIN playbook.node n ON n.id = s.id LEFT JOIN playbook.work_package w ON w.node_id = n.id
        WHERE (n.starts_on, n.ends_on) IS DISTINCT FROM (s.starts_on, s.ends_on) OR s.not_before_on IS NOT NULL`,
  );

/**
 * What lies in a package moves with it. A day that the text names or that a person set (it is not the package's own
 * last day) stays; so does the due date of a target that differs from its line's.
 */
const moveContents = (tx: Tx, shifts: Shifts) =>
  tx.execute(
    sql`WITH held AS (
          SELECT c.id, c.due_on AS was_due_on, c.span, c.due, c.starts_on, c.ends_on, s.starts_on AS to_start,
                 s.ends_on AS to_end, s.starts_on - n.starts_on AS days,
                 c.due IS NULL AND c.due_on IS NOT DISTINCT FROM n.ends_on - 1 AS due_at_end
          FROM ${shifts} JOIN playbook.node n ON n.id = s.id
          JOIN playbook.node c ON c.work_package_id = n.id AND c.id <> n.id AND c.removed_at IS NULL),
        moved AS (
          UPDATE playbook.node c SET
            starts_on = CASE WHEN h.span IS NULL THEN h.to_start ELSE coalesce(h.starts_on + h.days, h.starts_on) END,
            ends_on = CASE WHEN h.span IS NULL THEN h.to_end ELSE coalesce(h.ends_on + h.days, h.ends_on) END,
            due_on = CASE WHEN h.span IS NULL AND h.due_at_end THEN h.to_end - 1
                          WHEN h.span IS NOT NULL AND h.due IS NULL AND h.was_due_on = h.ends_on - 1
                            THEN coalesce(h.was_due_on + h.days, h.was_due_on)
                          ELSE h.was_due_on END
          FROM held h WHERE c.id = h.id RETURNING c.id, c.due_on)
        UPDATE playbook.target t SET due_on = m.due_on
        FROM moved m JOIN held h ON h.id = m.id
        WHERE t.node_id = m.id AND t.due_on IS NOT DISTINCT FROM h.was_due_on AND t.due_on IS DISTINCT FROM m.due_on`,
  );

const movePackages = (tx: Tx, shifts: Shifts) =>
  tx.execute(
    sql`UPDATE playbook.node n SET starts_on = s.starts_on, ends_on = s.ends_on,
          due_on = CASE WHEN n.due IS NULL THEN s.ends_on - 1 ELSE n.due_on END
        FROM ${shifts} WHERE n.id = s.id`,
  );

/** Keeps where the source put a package before it moves, and where a person now puts it. */
const keepFloors = (tx: Tx, shifts: Shifts, now: string) =>
  tx.execute(
    sql`INSERT INTO playbook.work_package AS w (node_id, source_starts_on, source_ends_on, not_before_on, updated_at)
        SELECT n.id, n.starts_on, n.ends_on, s.not_before_on, ${now}::timestamptz
        FROM ${shifts} JOIN playbook.node n ON n.id = s.id
        ON CONFLICT (node_id) DO UPDATE SET not_before_on = excluded.not_before_on, updated_at = excluded.updated_at
        WHERE excluded.not_before_on IS NOT NULL`,
  );

async function judgeContents(context: CommandContext<unknown>, planId: string, ids: readonly string[]) {
  const { tx, now } = context;
  const criteria = await rows<{ id: string }>(
    tx,
    sql`SELECT id FROM playbook.node WHERE work_package_id = ANY (${sql.param([...ids])}::uuid[])
          AND kind IN ('criterion', 'kpi') AND removed_at IS NULL`,
  );
  if (criteria.length === 0) return;
  const nodeIds = criteria.length > MOST_JUDGED ? undefined : criteria.map(({ id }) => id);
  await announceChanges(context, planId, await judgeCriteria(tx, context, { planId, nodeIds }, now));
}

/**
 * Puts packages, and what lies in them, on other days: a handful of statements however many move. Criteria whose due
 * date moved are judged at once, unless the caller judges `later`. Returns the id of the change.
 */
export async function writeShifts(
  context: CommandContext<unknown>,
  change: { planId: string; dates: readonly NewDates[]; judge?: "now" | "later" },
): Promise<string> {
  const moveId = newId();
  const { planId, dates } = change;
  if (dates.length === 0) return moveId;
  const { tx } = context;
  const now = context.now.toString();
  const shifts = shiftTable(dates);
  await keepHistory(tx, shifts, { moveId, now, person: actorPersonId(context.actor) });
  await moveContents(tx, shifts);
  await keepFloors(tx, shifts, now);
  await movePackages(tx, shifts);
  const ids = dates.map(({ id }) => id);
  if (change.judge !== "later") await judgeContents(context, planId, ids);
  return moveId;
}
