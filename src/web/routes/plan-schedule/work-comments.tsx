import type { z } from "zod";
import type { CommentPage } from "#modules/playbook/contract/comments.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { Moment } from "#web/ui/time.tsx";

export type Comments = z.output<typeof CommentPage>["comments"];

/** What people say about it, oldest first. */
export function WorkComments({
  comments,
  mayWrite,
  state,
}: {
  comments: Comments;
  mayWrite: boolean;
  state: FormState | undefined;
}) {
  return (
    <Section title="Comments">
      {comments.length === 0 && <p className="text-muted">Nobody has said anything yet.</p>}
      <ul className="space-y-4">
        {comments.map((comment) => (
          <li key={comment.id} className="flex gap-3">
            <Avatar name={comment.author?.name ?? "Somebody"} />
            <div className="min-w-0 max-w-measure">
              <p className="text-13 text-muted">
                <span className="font-medium text-text">{comment.author?.name ?? "Somebody who left"}</span>{" "}
                <Moment at={comment.createdAt} ago />
                {comment.editedAt && ", edited"}
              </p>
              <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
                {comment.body}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {mayWrite && (
        // A new form for each comment, so that the one just sent does not stay in it.
        <Form key={comments.length} state={state} intent="comment" className="mt-4 max-w-form space-y-3">
          <TextArea name="body" label="Your comment" rows={3} required />
          <Button>Comment</Button>
        </Form>
      )}
    </Section>
  );
}
