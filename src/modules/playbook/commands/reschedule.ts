import type { z } from "zod";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { type NewDates, writeShifts } from "#modules/playbook/commands/write-shifts.ts";
import type { ScheduleOutcome } from "#modules/playbook/contract/schedule.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { MOST_SHIFTS, shownGate, shownShift } from "#modules/playbook/queries/move-preview.ts";
import { planGates } from "#modules/playbook/queries/plan-gates.ts";
import { dateSchedule } from "#modules/playbook/queries/plan-schedule.ts";
import { compareSchedules } from "#modules/playbook/rules/schedule/compare-schedules.ts";
import type { ScheduleInput } from "#modules/playbook/rules/schedule/types.ts";

/**
 * Puts every package that a change of links or calendar moves on its new days.
 * Errors: `playbook.dependency_cycle` with the ring.
 */
export async function reschedule(
  context: CommandContext<unknown>,
  plan: ActivePlan,
  change: { before: ScheduleInput; after: ScheduleInput; cause: NewDates["cause"] },
): Promise<z.output<typeof ScheduleOutcome>> {
  const after = dateSchedule(change.after);
  const gates = await planGates(context.tx, plan.id);
  const difference = compareSchedules(dateSchedule(change.before), after, gates);
  const done = new Set(after.packages.filter(({ finished }) => finished).map(({ id }) => id));
  const shifts = difference.shifts.filter(({ id }) => !done.has(id));
  await writeShifts(context, {
    planId: plan.id,
    dates: shifts.map(({ id, to }) => ({ id, startsOn: to.start, endsOn: to.end, cause: change.cause })),
  });
  return {
    changed: shifts.length,
    shifts: shifts.slice(0, MOST_SHIFTS).map(shownShift),
    gates: difference.gates.map(shownGate),
    planEnd: difference.planEnd,
  };
}
