import type { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import type { WorkStatus } from "#modules/playbook/contract/work-package.ts";
import { WorkPackageChanged } from "#modules/playbook/events/schedule.ts";
import type { LockedWork } from "#modules/playbook/queries/lock-work.ts";
import { countHolding } from "#modules/playbook/queries/waiting-for.ts";
import { lastDayBefore } from "#modules/playbook/rules/calendar/iso-date.ts";
import { workState } from "#modules/playbook/rules/schedule/work-state.ts";

/** What becomes of a work package. `actualEndOn` is the day after the last. */
export interface NewStatus {
  status: LockedWork["status"];
  actualStartOn: string | null;
  actualEndOn: string | null;
  note?: string;
}

/** Refuses a day that has not come yet. Errors: `playbook.date_in_future`. */
export function checkPast(on: string, today: string): void {
  if (on <= today) return;
  throw refuse(
    "invalid",
    "playbook.date_in_future",
    "This day has not come yet. Choose today or an earlier day.",
    {
      issues: [{ path: "on", message: "Choose today or an earlier day" }],
    },
  );
}

/** Writes a status with its history and its fact, and tells how the work stands now. */
export async function writeWorkStatus(
  context: CommandContext<unknown>,
  work: LockedWork,
  change: NewStatus,
): Promise<z.output<typeof WorkStatus>> {
  const { tx, actor, emit } = context;
  const now = context.now.toString();
  const { status, actualStartOn, actualEndOn, note = null } = change;
  await tx.execute(
    sql`INSERT INTO playbook.work_package AS w (node_id, source_starts_on, source_ends_on, status, status_note,
          actual_start_on, actual_end_on, updated_at)
        VALUES (${work.id}, ${work.startsOn}, ${work.endsOn}, ${status}, ${note}, ${actualStartOn}, ${actualEndOn}, ${now})
        ON CONFLICT (node_id) DO UPDATE SET status = excluded.status, status_note = excluded.status_note,
          actual_start_on = excluded.actual_start_on, actual_end_on = excluded.actual_end_on,
          updated_at = excluded.updated_at`,
  );
  await tx.execute(
    sql`INSERT INTO playbook.work_change (id, node_id, at, was, status, actual_start_on, actual_end_on, note, by_person_id)
        VALUES (${newId()}, ${work.id}, ${now}, ${work.status}, ${status}, ${actualStartOn}, ${actualEndOn}, ${note},
          ${actorPersonId(actor)})`,
  );
  await emit(WorkPackageChanged, { planId: work.planId, workPackageId: work.id, was: work.status, status });
  const waitsFor = await countHolding(tx, work.id);
  return {
    workPackageId: work.id,
    state: workState({ ...work, status, waitsFor }),
    status,
    actualStartOn,
    actualEndOn: actualEndOn && lastDayBefore(actualEndOn),
  };
}
