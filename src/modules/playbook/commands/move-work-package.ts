import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { writeShifts } from "#modules/playbook/commands/write-shifts.ts";
import { MoveWorkPackage, ScheduleOutcome } from "#modules/playbook/contract/schedule.ts";
import { WorkPackageMoved } from "#modules/playbook/events/schedule.ts";
import { lockActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { MOST_SHIFTS, movePreview, shownGate, shownShift } from "#modules/playbook/queries/move-preview.ts";

/**
 * Moves a work package and all that follows from it, in one statement for all. Due dates move along, except those
 * that the text names or a person set. Errors: `playbook.plan_changed` when the schedule is another than previewed,
 * `playbook.node_not_found`, `playbook.work_started`.
 */
export const moveWorkPackage = defineCommand({
  name: "playbook.move_work_package",
  title: "Move a work package and what follows",
  http: "POST /playbook/work-packages/:workPackageId/move",
  access: "playbook:edit",
  input: MoveWorkPackage,
  output: ScheduleOutcome,
  load: (tx) => lockActivePlan(tx),
  run: async (context, plan) => {
    const { tx, input, emit } = context;
    const preview = await movePreview(tx, plan, { ...input, ...(await companyDay(context)) });
    if (input.version !== undefined && input.version !== preview.version)
      throw refuse(
        "conflict",
        "playbook.plan_changed",
        "The schedule changed since the preview. Look at what follows now.",
      );
    const { moved, follows, gates, planEnd } = preview;
    const { start, end } = moved.to;
    const moveId = await writeShifts(context, {
      planId: plan.id,
      dates: [
        { id: moved.id, startsOn: start, endsOn: end, cause: "moved", notBefore: input.startsOn },
        ...follows.map(({ id, to }) => ({
          id,
          startsOn: to.start,
          endsOn: to.end,
          cause: "follows" as const,
        })),
      ],
    });
    const shift = shownShift(moved);
    await emit(WorkPackageMoved, {
      planId: plan.id,
      workPackageId: moved.id,
      moveId,
      startsOn: shift.startsOn,
      endsOn: shift.endsOn,
      wasStartsOn: shift.wasStartsOn,
      wasEndsOn: shift.wasEndsOn,
      follows: follows.length,
    });
    const shifts = [moved, ...follows];
    return {
      changed: shifts.length,
      shifts: shifts.slice(0, MOST_SHIFTS).map(shownShift),
      gates: gates.map(shownGate),
      planEnd,
    };
  },
});
