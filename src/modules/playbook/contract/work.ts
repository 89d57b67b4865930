import { z } from "zod";
import { GivenDay } from "#modules/playbook/contract/fields.ts";
import { Day, Instant, NodeRef, PersonRef, paging, writtenText } from "./fields.ts";

export const AssignNode = z.object({ nodeId: z.uuid(), ownerId: z.uuid().nullable() });
export const AssignedNode = z.object({ nodeId: z.uuid(), owner: PersonRef });

/** `dueOn` is the last day in time, in the company's zone; null gives back the day of its work package. */
export const SetDue = z.object({
  deliverableId: z.uuid(),
  dueOn: GivenDay.nullable(),
  reason: writtenText(1000),
});
export const DueSet = z.object({ deliverableId: z.uuid(), dueOn: Day.nullable() });

const actionFields = {
  text: writtenText(1000),
  assigneeId: z.uuid().nullable().default(null),
  dueOn: GivenDay.nullable().default(null),
};

/** Something to do. `nodeId` is what it is about, `reviewId` the review it was decided in. */
export const AssignAction = z.object({
  ...actionFields,
  nodeId: z.uuid().optional(),
  reviewId: z.uuid().optional(),
});
export const UpdateAction = z.object({
  actionId: z.uuid(),
  text: writtenText(1000).optional(),
  assigneeId: z.uuid().nullable().optional(),
  dueOn: GivenDay.nullable().optional(),
});
export const CompleteAction = z.object({ actionId: z.uuid(), done: z.boolean().default(true) });

export const Action = z.object({
  id: z.uuid(),
  text: z.string(),
  assignee: PersonRef,
  dueOn: Day.nullable(),
  doneAt: Instant.nullable(),
  doneBy: PersonRef,
  createdAt: Instant,
  node: NodeRef.nullable(),
  review: z.object({ id: z.uuid(), week: z.string() }).nullable(),
});

export const ListActions = z.object({
  standing: z.enum(["open", "done"]).optional(),
  assigneeId: z.uuid().optional(),
  reviewId: z.uuid().optional(),
  nodeId: z.uuid().optional(),
  ...paging,
});
/** Earliest due first, undated last. */
export const ActionPage = z.object({ actions: z.array(Action), nextCursor: z.string().nullable() });

/** How a work package goes, in a person's words; `confidence` 1 (lost) to 5 (sure) that it ends in time. */
export const CheckIn = z.object({
  workPackageId: z.uuid(),
  confidence: z.number().int().min(1).max(5).nullable().default(null),
  note: writtenText(4000),
});
export const CheckedIn = z.object({ checkInId: z.uuid() });
export const ListCheckIns = z.object({ workPackageId: z.uuid(), ...paging });
export const CheckInPage = z.object({
  checkIns: z.array(
    z.object({
      id: z.uuid(),
      onDay: Day,
      confidence: z.number().int().nullable(),
      note: z.string(),
      author: PersonRef,
      createdAt: Instant,
    }),
  ),
  nextCursor: z.string().nullable(),
});

const MyWorkKind = z.enum(["deliverable", "action", "risk", "evidence", "decision"]);
const MyWorkItem = z.object({
  kind: MyWorkKind,
  /** What waits; of an action its own id, to complete it by. */
  about: z.object({
    kind: z.enum(["deliverable", "action", "risk", "gate", "question", "review", "experiment"]),
    id: z.uuid(),
  }),
  /** Path of the page where it is done, in the house. */
  href: z.string(),
  text: z.string(),
  why: z.string(),
  dueOn: Day.nullable(),
  late: z.boolean(),
});
export const ListMyWork = z.object({ kind: MyWorkKind.optional(), ...paging });
/** Late first, then by day, undated last; `total` counts all of it, `late` what is late, `counts` each kind, whatever was asked. */
export const MyWork = z.object({
  asOf: Day,
  items: z.array(MyWorkItem),
  total: z.number().int(),
  late: z.number().int(),
  counts: z.record(MyWorkKind, z.number().int()),
  nextCursor: z.string().nullable(),
});
