import type { MODERATIONS } from "#modules/academy/contract/moderation.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";

type Action = Exclude<(typeof MODERATIONS)[number], "hide">;

const WORDS: Record<Action, string> = {
  restore: "Show again",
  pin: "Pin",
  unpin: "Unpin",
  lock: "Close the thread",
  unlock: "Open the thread",
  mark_answer: "Mark as answer",
  unmark_answer: "Not the answer",
  dismiss_reports: "Leave it as it is",
};

/** One thing to do with a post that needs no reason. */
export function ModerationButton({ postId, action, of }: { postId: string; action: Action; of?: string }) {
  return (
    <Form intent={`${action}:${postId}`} className="">
      <input type="hidden" name="postId" value={postId} />
      <input type="hidden" name="action" value={action} />
      <Button size={of ? "small" : undefined} aria-label={of ? `${WORDS[action]}: ${of}` : undefined}>
        {WORDS[action]}
      </Button>
    </Form>
  );
}
