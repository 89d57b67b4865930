import { useLocation } from "react-router";
import { countOf } from "#web/format/plural.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { tableHref } from "#web/table/table-query.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Pagination } from "#web/ui/pagination.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { CommentList } from "./comment-forms.ts";
import type { Person } from "./load-people.ts";
import { markMentions } from "./mark-mentions.ts";
import { MentionArea } from "./mention-area.tsx";

type Comment = CommentList["comments"][number];

interface CommentsProps {
  list: CommentList;
  people: readonly Person[];
  state: FormState | undefined;
}

/** What people say about a thing, oldest first; who may write writes below. Posts go through `submitComment`. */
export function Comments({ list, people, state }: CommentsProps) {
  const { search } = useLocation();
  const mayWrite = usePermission("playbook:report");
  const later = new URLSearchParams(search).has("comments.cursor");
  return (
    <Section title="Comments">
      {list.comments.length === 0 && <p className="text-muted">Nobody has said anything yet.</p>}
      <ul className="space-y-4">
        {list.comments.map((comment) => (
          <li key={comment.id} id={`comment-${comment.id}`} className="flex gap-3">
            <Avatar name={comment.author?.name ?? "?"} />
            <CommentBody comment={comment} people={people} state={state} />
          </li>
        ))}
      </ul>
      {(list.nextCursor || later) && (
        <Pagination
          summary={countOf(list.comments.length, "comment")}
          first={later ? tableHref(search, {}, "comments") : null}
          next={list.nextCursor && tableHref(search, { cursor: list.nextCursor }, "comments")}
        />
      )}
      {mayWrite && (
        <div data-screen-only>
          <Form
            // A form of its own for each number of comments, so that a sent one comes back empty.
            key={list.comments.at(-1)?.id ?? "first"}
            state={state}
            intent="comment"
            className="mt-4 max-w-form space-y-3"
          >
            <MentionArea
              people={people}
              name="body"
              label="Your comment"
              hint="Type @ and a name to call somebody."
              rows={3}
              maxLength={10_000}
            />
            <Button>Comment</Button>
          </Form>
        </div>
      )}
    </Section>
  );
}

interface CommentProps {
  comment: Comment;
  people: readonly Person[];
  state: FormState | undefined;
}

function CommentBody({ comment, people, state }: CommentProps) {
  const { author, body, mentions, createdAt, editedAt, may } = comment;
  return (
    <div className="min-w-0 max-w-measure flex-1">
      <p className="text-13 text-muted">
        <span dir="auto" className="font-medium text-text">
          {author?.name || "Somebody who left"}
        </span>{" "}
        <Moment at={createdAt} ago />
        {editedAt && ", edited"}
      </p>
      <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
        {markMentions(
          body,
          mentions.map(({ name }) => name),
        ).map(({ text, isCall }, index) =>
          isCall ? (
            <strong key={index} className="font-semibold text-accent">
              {text}
            </strong>
          ) : (
            text
          ),
        )}
      </p>
      {(may.edit || may.remove) && (
        <div data-screen-only>
          <ChangeComment comment={comment} people={people} state={state} />
        </div>
      )}
    </div>
  );
}

function ChangeComment({ comment: { id, body, may }, people, state }: CommentProps) {
  const [edit, remove] = [`comment-edit-${id}`, `comment-remove-${id}`];
  return (
    <Disclosure
      summary={may.edit ? "Change or remove" : "Remove"}
      open={state?.intent === edit || state?.intent === remove}
    >
      {may.edit && (
        <Form state={state} intent={edit} className="mb-3 space-y-3">
          <input type="hidden" name="commentId" value={id} />
          <MentionArea
            people={people}
            name="body"
            label="Your comment"
            labelHidden
            rows={3}
            maxLength={10_000}
            defaultValue={body}
          />
          <Button size="small">Save comment</Button>
        </Form>
      )}
      {may.remove && (
        <Form state={state} intent={remove}>
          <input type="hidden" name="commentId" value={id} />
          <Button size="small" look="quiet" icon="trash-2">
            Remove comment
          </Button>
        </Form>
      )}
    </Disclosure>
  );
}
