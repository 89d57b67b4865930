import { z } from "zod";
import { Day, Instant, PersonRef } from "./fields.ts";
import { DependencyType } from "./schedule.ts";
import { Share, WorkState } from "./work-package.ts";

const Zoom = z.enum(["week", "month", "quarter"]);

export const GetTimeline = z.object({
  zoom: Zoom.default("month"),
  open: z
    .array(z.uuid())
    .max(100)
    .optional()
    .describe("Phases and periods shown with what is in them; the current phase when left out"),
});

/** One row: a phase or a period with sums over its work packages, or one work package. */
const Row = z.object({
  id: z.uuid(),
  kind: z.enum(["phase", "period", "workPackage"]),
  level: z.int(),
  parentId: z.uuid().nullable(),
  title: z.string(),
  label: z.string().nullable(),
  /** Null for a work package, which holds no rows. */
  open: z.boolean().nullable(),
  workPackages: z.int(),
  owner: PersonRef,
  state: WorkState,
  /** As now expected; ends are half-open. A phase or period spans its work, or its own days when it has none. */
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  baselineStartsOn: Day.nullable(),
  baselineEndsOn: Day.nullable(),
  slipDays: z.int().nullable(),
  slipReason: z.string().nullable(),
  progress: Share,
  critical: z.boolean(),
  floatDays: z.int().nullable(),
  movable: z.boolean(),
});

export const Timeline = z.object({
  asOf: Day,
  version: z.string(),
  zoom: Zoom,
  from: Day,
  to: Day,
  baseline: z.object({ baselineId: z.uuid(), name: z.string(), takenAt: Instant }).nullable(),
  open: z.array(z.uuid()),
  /** At most 600; `hidden` counts the rest. */
  rows: z.array(Row),
  hidden: z.int(),
  /** Between work packages that are both shown. */
  links: z.array(
    z.object({
      dependencyId: z.uuid(),
      fromId: z.uuid(),
      toId: z.uuid(),
      type: DependencyType,
      lagDays: z.int(),
      critical: z.boolean(),
    }),
  ),
  /** `expectedOn` is the last day of the phase's work, `dueOn` the last day in time. */
  gates: z.array(
    z.object({
      gateId: z.uuid(),
      title: z.string(),
      phaseId: z.uuid(),
      dueOn: Day,
      expectedOn: Day.nullable(),
      lateDays: z.int(),
      opened: z.boolean(),
    }),
  ),
  totals: z.object({ workPackages: z.int(), late: z.int(), critical: z.int() }),
  planEndOn: Day.nullable(),
});
