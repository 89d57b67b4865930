import { z } from "zod";
import { GivenDay } from "#modules/playbook/contract/fields.ts";
import { Day, Instant, NodeRef, PersonRef, writtenText } from "./fields.ts";

/** How one work package moves. Ends are half-open: the day after the last day. Days count later as positive. */
export const Shift = z.object({
  workPackageId: z.uuid(),
  title: z.string(),
  startsOn: Day,
  endsOn: Day,
  wasStartsOn: Day,
  wasEndsOn: Day,
  startDays: z.int(),
  endDays: z.int(),
});

/** A gate whose phase ends on another day: `from` and `to` are last days of work, `lateDays` counts past its due date. */
export const GateMove = z.object({
  gateId: z.uuid(),
  title: z.string(),
  from: Day,
  to: Day,
  days: z.int(),
  lateDays: z.int(),
});

/** The end of the plan (the day after its last), before and after. */
const PlanEndMove = z.object({ from: Day, to: Day, days: z.int() });

export const PreviewMove = z.object({
  workPackageId: z.uuid(),
  startsOn: GivenDay.describe("First day asked for; a day off counts as the next working day"),
});

/** What a move would do. `follows` holds 200 packages at most, `followCount` counts them all. */
export const MovePreview = z.object({
  version: z.string().describe("Names the schedule this was computed from; give it to the move"),
  moved: Shift,
  heldBy: z.object({ kind: z.string(), reason: z.string() }).nullable(),
  follows: z.array(Shift),
  followCount: z.int(),
  gates: z.array(GateMove),
  planEnd: PlanEndMove,
});

export const MoveWorkPackage = PreviewMove.extend({
  version: z
    .string()
    .max(64)
    .optional()
    .describe("From the preview; refused when the schedule changed since"),
});

/** What a change of the schedule did: how many packages stand on other days, and the end of the plan. */
export const ScheduleOutcome = z.object({
  changed: z.int(),
  shifts: z.array(Shift).describe("200 at most"),
  gates: z.array(GateMove),
  planEnd: PlanEndMove.nullable(),
});

export const DependencyType = z.enum(["FS", "SS", "FF", "SF"]);

export const AddDependency = z.object({
  fromId: z.uuid().describe("The work package that is waited for"),
  toId: z.uuid().describe("The work package that waits"),
  type: DependencyType.default("FS").describe(
    "FS: starts after the other is finished; SS: starts after it has started; FF, SF: the same for the finish",
  ),
  lagDays: z
    .int()
    .min(-400)
    .max(400)
    .default(0)
    .describe("Working days to wait in between; negative to overlap"),
});

export const AddedDependency = ScheduleOutcome.extend({ dependencyId: z.uuid() });

export const RemoveDependency = z.object({ dependencyId: z.uuid() });

export const WorkingCalendar = z.object({
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1, "Choose at least one day of the week")
    .max(7)
    .describe("ISO numbers: Monday 1 to Sunday 7"),
  holidays: z.array(GivenDay).max(1000).describe("Days off, in the company's zone"),
});

export const TakeBaseline = z.object({
  name: writtenText(120),
  reason: writtenText(2000).describe("Why the plan is compared with these dates from now on"),
});

export const Baseline = z.object({
  baselineId: z.uuid(),
  name: z.string(),
  reason: z.string().nullable(),
  takenAt: Instant,
  takenBy: PersonRef,
  workPackages: z.int(),
});

export const GetVariance = z.object({
  baselineId: z.uuid().optional().describe("The latest when left out"),
});

/** Calendar days against a baseline, late positive. `days` is null, with the reason, when it cannot be known. */
export const Variance = z.object({
  asOf: Day,
  baseline: Baseline.omit({ workPackages: true }).nullable(),
  days: z.int().nullable(),
  planEndDays: z.int().nullable(),
  reason: z.string(),
  causes: z.array(
    z.object({
      workPackage: NodeRef,
      days: z.int(),
      kind: z.enum(["waits", "not_started", "under_way", "finished_late"]),
      waitsFor: NodeRef.nullable(),
      reason: z.string(),
    }),
  ),
});
