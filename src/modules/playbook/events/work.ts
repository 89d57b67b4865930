import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

/** A part of the plan was given to a person, or to nobody. */
export const NodeAssigned = defineEvent({
  name: "playbook.node_assigned",
  version: 1,
  title: "Owner changed",
  payload: z.object({
    nodeId: z.uuid(),
    planId: z.uuid(),
    kind: z.string(),
    text: z.string(),
    ownerId: z.uuid().nullable(),
    was: z.uuid().nullable(),
  }),
});

/** A deliverable is due on another day. Days are local to the company, the last in time. */
export const DueChanged = defineEvent({
  name: "playbook.due_changed",
  version: 1,
  title: "Due date changed",
  payload: z.object({
    nodeId: z.uuid(),
    planId: z.uuid(),
    text: z.string(),
    dueOn: z.iso.date().nullable(),
    was: z.iso.date().nullable(),
    reason: z.string(),
  }),
});

/** Somebody has something to do by a day. */
export const ActionAssigned = defineEvent({
  name: "playbook.action_assigned",
  version: 1,
  title: "Action assigned",
  payload: z.object({
    actionId: z.uuid(),
    planId: z.uuid(),
    text: z.string(),
    assigneeId: z.uuid().nullable(),
    dueOn: z.iso.date().nullable(),
    reviewId: z.uuid().nullable(),
    nodeId: z.uuid().nullable(),
  }),
});

/** An action is done. */
export const ActionCompleted = defineEvent({
  name: "playbook.action_completed",
  version: 1,
  title: "Action done",
  payload: z.object({ actionId: z.uuid(), planId: z.uuid(), text: z.string() }),
});

/** A person said how a work package goes. */
export const CheckedIn = defineEvent({
  name: "playbook.checked_in",
  version: 1,
  title: "Check-in",
  payload: z.object({
    checkInId: z.uuid(),
    nodeId: z.uuid(),
    planId: z.uuid(),
    confidence: z.number().nullable(),
  }),
});

/** A comment was written; `mentions` are the people it calls. The words are not in the fact. */
export const CommentAdded = defineEvent({
  name: "playbook.comment_added",
  version: 1,
  title: "Comment",
  payload: z.object({
    commentId: z.uuid(),
    planId: z.uuid(),
    subjectKind: z.enum(["node", "review", "experiment"]),
    subjectId: z.uuid(),
    subject: z.string(),
    mentions: z.array(z.uuid()),
  }),
});
