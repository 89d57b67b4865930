import type { z } from "zod";
import type { StaffPost } from "#modules/academy/contract/moderation.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Moment } from "#web/ui/time.tsx";
import { ModerationButton } from "./moderation-button.tsx";

type PostOf = z.output<typeof StaffPost>;

interface Props {
  post: PostOf;
  isReply: boolean;
  state: FormState | undefined;
}

/** A post as who moderates sees it, with what students said of it. */
export function StaffPostView({ post, isReply, state }: Props) {
  const { personId, authorName, isStaff, isAnswer, createdAt, hiddenAt, hideReason, isDeleted, text } = post;
  return (
    <li className="px-4 py-3">
      <p className="mb-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-muted">
        {personId && !isStaff ? (
          <NameLink to={`/console/customers/people/${personId}`}>
            <span dir="auto">{authorName}</span>
          </NameLink>
        ) : (
          <span dir="auto" className="font-medium text-text">
            {authorName}
          </span>
        )}
        {isStaff && <Badge>Teaches</Badge>}
        {isAnswer && <Badge>Answer</Badge>}
        {hiddenAt && <Badge tone="caution">Hidden</Badge>}
        <Moment at={createdAt} ago />
      </p>
      {isDeleted ? (
        <p className="text-muted">Removed by who wrote it.</p>
      ) : (
        <RichText text={text} className="[overflow-wrap:anywhere]" />
      )}
      {hiddenAt && <p className="mt-1 text-13 text-muted">Hidden: {hideReason}</p>}
      <Reports reports={post.reports} />
      <PostModeration post={post} isReply={isReply} state={state} />
    </li>
  );
}

function Reports({ reports }: Pick<PostOf, "reports">) {
  if (reports.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1 text-13">
      {reports.map(({ at, byName, reason, isSettled }) => (
        <li key={at + byName} className={isSettled ? "text-muted" : undefined} dir="auto">
          Reported by {byName}: {reason}
          {isSettled && " (settled)"}
        </li>
      ))}
    </ul>
  );
}

function PostModeration({ post, isReply, state }: Props) {
  const { postId, authorName, hiddenAt, isAnswer, isDeleted, reports } = post;
  const intent = `hide:${postId}`;
  const isReported = reports.some(({ isSettled }) => !isSettled);
  return (
    <div className="mt-2 flex flex-wrap items-start gap-2">
      {isReply && !isDeleted && (
        <ModerationButton
          postId={postId}
          action={isAnswer ? "unmark_answer" : "mark_answer"}
          of={authorName}
        />
      )}
      {isReported && <ModerationButton postId={postId} action="dismiss_reports" of={authorName} />}
      {hiddenAt ? (
        <ModerationButton postId={postId} action="restore" of={authorName} />
      ) : (
        <Disclosure
          summary={
            <>
              Hide<span className="sr-only"> the post of {authorName}</span>
            </>
          }
          open={state?.intent === intent}
        >
          <Form state={state} intent={intent} className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="postId" value={postId} />
            <input type="hidden" name="action" value="hide" />
            <TextInput name="reason" label="Reason" hint="Its author reads it." maxLength={500} dir="auto" />
            <Button look="danger">Hide</Button>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}
