import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { type ErrorKind, refuse } from "#kernel/errors.ts";
import type { GateMove, Shift } from "#modules/playbook/contract/schedule.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { planGates } from "#modules/playbook/queries/plan-gates.ts";
import { scheduleVersion } from "#modules/playbook/queries/plan-schedule.ts";
import { scheduleInput } from "#modules/playbook/queries/schedule-input.ts";
import type { PackageShift } from "#modules/playbook/rules/schedule/compare-schedules.ts";
import { type MovePreview, moveWorkPackage } from "#modules/playbook/rules/schedule/move-work-package.ts";
import type { GateShift } from "#modules/playbook/rules/schedule/shift-gates.ts";

/** How many moved packages an answer names; more are counted. */
export const MOST_SHIFTS = 200;

const REFUSALS: Record<string, [ErrorKind, string]> = {
  unknown_work_package: ["not_found", "playbook.node_not_found"],
  already_started: ["conflict", "playbook.work_started"],
  cycle: ["conflict", "playbook.dependency_cycle"],
};

/** Reads a plan and says what moving one package would do, with the version of the schedule it was computed from. */
export async function movePreview(
  db: Db,
  plan: ActivePlan,
  move: { workPackageId: string; startsOn: string; zone: string; today: string },
): Promise<MovePreview & { version: string }> {
  const input = await scheduleInput(db, plan, { zone: move.zone, asOf: move.today });
  const gates = await planGates(db, plan.id);
  const result = moveWorkPackage(input, { id: move.workPackageId, start: move.startsOn }, gates);
  if (result.ok) return { ...result.preview, version: scheduleVersion(input) };
  const [kind, code] = REFUSALS[result.code] ?? ["conflict", "playbook.cannot_move"];
  throw refuse(kind, code, result.message);
}

/** A moved package as operations give it out. */
export const shownShift = ({
  id,
  title,
  from,
  to,
  startDays,
  endDays,
}: PackageShift): z.output<typeof Shift> => ({
  workPackageId: id,
  title,
  startsOn: to.start,
  endsOn: to.end,
  wasStartsOn: from.start,
  wasEndsOn: from.end,
  startDays,
  endDays,
});

/** A moved gate as operations give it out. */
export const shownGate = ({ id, ...gate }: GateShift): z.output<typeof GateMove> => ({ gateId: id, ...gate });
