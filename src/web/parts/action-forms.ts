import { z } from "zod";
import { AssignAction } from "#modules/playbook/contract/work.ts";
import type { ActionArgs } from "#web/forms/submit.ts";
import { done, submit } from "#web/forms/submit.ts";

/** Texts of what the actions' forms did, for a page's `handle.notices`. */
export const ACTION_NOTICES = {
  agreed: "It is agreed, and on the list of who does it.",
  action_changed: "The action is changed.",
  ticked: "Done.",
  unticked: "It is open again.",
} as const;

// What a form leaves empty is meant: nobody, no date, not done.
const ticked = z.object({ actionId: z.uuid(), done: z.boolean() });
const changed = z.object({
  actionId: z.uuid(),
  text: AssignAction.shape.text,
  assigneeId: z.uuid().nullable(),
  dueOn: z.iso.date().nullable(),
});

/** True for a form of the actions, by its intent: `agree`, `tick`, `change-ID`. */
export const isActionForm = (intent: string): boolean =>
  ["agree", "tick", "change"].includes(intent.split("-")[0] ?? "");

/** Carries out a form of the actions and leads back to `here`; `about` says what a new one belongs to. */
export function submitAction(
  args: ActionArgs,
  intent: string,
  { here, about = {} }: { here: string; about?: { reviewId?: string; nodeId?: string } },
) {
  const [what] = intent.split("-");
  if (what === "tick")
    return submit<{ doneAt: string | null }>(args, "playbook.complete_action", {
      schema: ticked,
      onSuccess: ({ doneAt }) => done(here, doneAt ? "ticked" : "unticked"),
    });
  if (what === "change")
    return submit(args, "playbook.update_action", {
      schema: changed,
      onSuccess: () => done(here, "action_changed"),
    });
  return submit(args, "playbook.assign_action", {
    schema: AssignAction,
    map: (form) => ({ ...form, ...about }),
    onSuccess: () => done(here, "agreed"),
  });
}
