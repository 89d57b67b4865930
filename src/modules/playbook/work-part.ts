import { addComment } from "#modules/playbook/commands/add-comment.ts";
import { assignAction } from "#modules/playbook/commands/assign-action.ts";
import { assignNode } from "#modules/playbook/commands/assign-node.ts";
import { checkIn } from "#modules/playbook/commands/check-in.ts";
import { completeAction } from "#modules/playbook/commands/complete-action.ts";
import { editComment } from "#modules/playbook/commands/edit-comment.ts";
import { removeComment } from "#modules/playbook/commands/remove-comment.ts";
import { setDue } from "#modules/playbook/commands/set-due.ts";
import { updateAction } from "#modules/playbook/commands/update-action.ts";
import {
  ActionAssigned,
  ActionCompleted,
  CheckedIn,
  CommentAdded,
  DueChanged,
  NodeAssigned,
} from "#modules/playbook/events/work.ts";
import { actionData, checkInData, commentData, ownerData } from "#modules/playbook/personal-data/work.ts";
import { listActions } from "#modules/playbook/queries/list-actions.ts";
import { listActivity } from "#modules/playbook/queries/list-activity.ts";
import { listCheckIns } from "#modules/playbook/queries/list-check-ins.ts";
import { listComments } from "#modules/playbook/queries/list-comments.ts";
import { listMyWork } from "#modules/playbook/queries/list-my-work.ts";

/** People at work on the plan: who owns what by when, what they agree on, say and did. */
export const workPart = {
  operations: [
    assignNode,
    setDue,
    listActions,
    assignAction,
    updateAction,
    completeAction,
    checkIn,
    listCheckIns,
    listComments,
    addComment,
    editComment,
    removeComment,
    listActivity,
    listMyWork,
  ],
  events: [NodeAssigned, DueChanged, ActionAssigned, ActionCompleted, CheckedIn, CommentAdded],
  personalData: [ownerData, actionData, commentData, checkInData],
} as const;
