import { z } from "zod";
import { GivenDay } from "#modules/playbook/contract/fields.ts";
import { Day, Instant, NodeRef, PersonRef, writtenText } from "./fields.ts";
import { DependencyType } from "./schedule.ts";

export const WorkState = z.enum(["not_started", "waiting", "under_way", "done", "cancelled"]);

const workPackageId = z.uuid();
const note = writtenText(2000).optional();

export const StartWork = z.object({
  workPackageId,
  on: GivenDay.optional().describe("First day it was worked on; today when left out"),
  note,
});

export const FinishWork = z.object({
  workPackageId,
  on: GivenDay.optional().describe("Last day it was worked on; today when left out"),
  note: note.describe("Needed while a deliverable is not proved: why the work counts as done"),
});

export const ReopenWork = z.object({ workPackageId, note: writtenText(2000).describe("Why it goes on") });

export const CancelWork = z.object({
  workPackageId,
  note: writtenText(2000).describe("Why it is dropped"),
});

export const MoveCard = z.object({
  workPackageId,
  to: z.enum(["not_started", "under_way", "done"]),
  note,
});

const Status = z.enum(["planned", "active", "done", "cancelled"]);

/** A work package after its status changed. `actualEndOn` is the last day it was worked on. */
export const WorkStatus = z.object({
  workPackageId: z.uuid(),
  state: WorkState,
  status: Status,
  actualStartOn: Day.nullable(),
  actualEndOn: Day.nullable(),
});

/** `share` is null where there is nothing to count. */
export const Share = z.object({ done: z.int(), total: z.int(), share: z.number().nullable() });

const Dependency = z.object({
  dependencyId: z.uuid(),
  workPackage: NodeRef,
  type: DependencyType,
  lagDays: z.int(),
  state: WorkState,
  /** Expected; ends are the day after the last. */
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  /** True when it holds the dates of what waits. */
  driving: z.boolean(),
});

export const GetWorkPackage = z.object({ workPackageId });

/** One work package with all that belongs to it. Ends are half-open, `dueOn` is a last day in time. */
export const WorkPackage = z.object({
  id: z.uuid(),
  title: z.string(),
  label: z.string().nullable(),
  notes: z.string().nullable(),
  lines: z.tuple([z.int(), z.int()]),
  phase: NodeRef.nullable(),
  period: NodeRef.nullable(),
  objective: z.string().nullable(),
  owner: PersonRef,
  ownerHint: z.string().nullable(),
  asOf: Day,
  state: WorkState,
  status: Status,
  statusNote: z.string().nullable(),
  planned: z.object({ startsOn: Day.nullable(), endsOn: Day.nullable() }),
  expected: z
    .object({
      startsOn: Day,
      endsOn: Day,
      floatDays: z.int().nullable(),
      critical: z.boolean(),
      reason: z.string(),
    })
    .nullable(),
  /** True while it has not begun, so that its planned dates can be moved. */
  movable: z.boolean(),
  /** First and last day it was really worked on. */
  actual: z.object({ startOn: Day.nullable(), endOn: Day.nullable() }),
  baseline: z
    .object({
      name: z.string(),
      startsOn: Day,
      endsOn: Day,
      slipDays: z.int(),
      reason: z.string().nullable(),
    })
    .nullable(),
  version: z.string(),
  progress: Share,
  deliverables: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      owner: PersonRef,
      dueOn: Day.nullable(),
      proved: z.boolean(),
      reopened: z.boolean(),
      reason: z.string(),
      evidence: z.int(),
    }),
  ),
  activities: z.array(
    z.object({ id: z.uuid(), text: z.string(), owner: PersonRef, done: z.boolean(), dueOn: Day.nullable() }),
  ),
  criteria: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      state: z.string(),
      reason: z.string(),
      value: z.number().nullable(),
      unit: z.string().nullable(),
      currency: z.string().nullable(),
      raw: z.string().nullable(),
      dueOn: Day.nullable(),
    }),
  ),
  waitsFor: z.array(Dependency),
  heldUp: z.array(Dependency),
  comments: z.int(),
  history: z.array(
    z.object({
      at: Instant,
      kind: z.enum(["schedule", "status", "proof"]),
      text: z.string(),
      by: PersonRef,
    }),
  ),
});

export const GetBoard = z.object({
  phaseId: z.uuid().optional().describe("The current phase when neither phase nor period is given"),
  periodId: z.uuid().optional(),
  ownerId: z.uuid().optional(),
  limit: z.int().min(1).max(200).default(50).describe("Cards per column; more are counted"),
});

const Card = z.object({
  id: z.uuid(),
  title: z.string(),
  label: z.string().nullable(),
  period: z.string().nullable(),
  owner: PersonRef,
  startsOn: Day.nullable(),
  /** Last day as now expected. */
  dueOn: Day.nullable(),
  slipDays: z.int().nullable(),
  critical: z.boolean(),
  progress: Share,
  waitsFor: z.array(NodeRef),
});

export const Board = z.object({
  asOf: Day,
  scope: z.object({ phase: NodeRef.nullable(), period: NodeRef.nullable() }),
  phases: z.array(NodeRef),
  periods: z.array(NodeRef),
  owners: z.array(z.object({ id: z.uuid(), name: z.string() })),
  columns: z.array(
    z.object({
      key: z.enum(["not_started", "waiting", "under_way", "done"]),
      total: z.int(),
      cards: z.array(Card),
    }),
  ),
});

export const ListWorkPackages = z.object({
  search: z.string().trim().max(200).optional(),
  limit: z.number().int().min(1).max(1000).default(500),
});

export const WorkPackageNames = z.object({
  workPackages: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      label: z.string().nullable(),
      period: z.string().nullable(),
      phase: z.string().nullable(),
    }),
  ),
});
