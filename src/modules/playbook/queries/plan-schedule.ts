import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import type { ActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { scheduleInput } from "#modules/playbook/queries/schedule-input.ts";
import { computeSchedule } from "#modules/playbook/rules/schedule/compute-schedule.ts";
import type {
  Link,
  PlannedPackage,
  Schedule,
  ScheduleInput,
} from "#modules/playbook/rules/schedule/types.ts";

/** A plan laid out on a day, with what it was computed from. `version` changes whenever that does. */
export interface PlanSchedule {
  input: ScheduleInput & { packages: PlannedPackage[]; links: Link[] };
  schedule: Schedule;
  version: string;
}

/** Dates a schedule. Errors: `playbook.dependency_cycle` with the ring. */
export function dateSchedule(input: ScheduleInput): Schedule {
  const result = computeSchedule(input);
  if (result.ok) return result.schedule;
  const { ids, titles, message } = result.cycle;
  throw refuse("conflict", "playbook.dependency_cycle", `Nothing could start. ${message}`, {
    data: { ids, titles },
  });
}

/** Names the state of a schedule: the same facts, the same name. */
export const scheduleVersion = (input: ScheduleInput): string =>
  sha256Hex(JSON.stringify(input)).slice(0, 24);

/** The schedule of a plan as it stands on a day: what is late is not in the past. */
export async function planSchedule(
  db: Db,
  plan: ActivePlan,
  moment: { zone: string; today: string },
): Promise<PlanSchedule> {
  const input = await scheduleInput(db, plan, { zone: moment.zone, asOf: moment.today });
  return { input, schedule: dateSchedule(input), version: scheduleVersion(input) };
}
