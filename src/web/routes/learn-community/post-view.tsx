import type { ReactNode } from "react";
import type { z } from "zod";
import type { Post } from "#modules/academy/contract/discussions.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Moment } from "#web/ui/time.tsx";

type PostOf = z.output<typeof Post>;

interface PostProps {
  post: PostOf;
  state: FormState | undefined;
}

/** A post of a thread with what its reader may do about it. */
export function PostView({ post, state }: PostProps) {
  const { authorName, isStaff, isAnswer, createdAt, editedAt, isDeleted, hideReason, text } = post;
  return (
    <li className="px-4 py-3">
      <p className="mb-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-muted">
        <span dir="auto" className="font-medium text-text">
          {authorName}
        </span>
        {isStaff && <Badge>Teaches</Badge>}
        {isAnswer && <Badge>Answer</Badge>}
        <Moment at={createdAt} ago />
        {editedAt && "changed"}
      </p>
      {hideReason !== null && (
        <div className="mb-2">
          <Notice tone="caution" title="Staff hid this post; you alone see it">
            {hideReason}
          </Notice>
        </div>
      )}
      {isDeleted ? (
        <p className="text-muted">Removed by who wrote it.</p>
      ) : (
        <>
          <RichText text={text} className="[overflow-wrap:anywhere]" />
          <PostActions post={post} state={state} />
        </>
      )}
    </li>
  );
}

function About({ word, children }: { word: string; children: ReactNode }) {
  return (
    <>
      {word}
      <span className="sr-only"> the post of {children}</span>
    </>
  );
}

function PostActions({ post, state }: PostProps) {
  const { postId, isMine, isReported, canEdit, authorName, body } = post;
  const id = <input type="hidden" name="postId" value={postId} />;
  if (!isMine)
    return isReported ? (
      <p className="mt-1 text-13 text-muted">You reported this post.</p>
    ) : (
      <Disclosure
        summary={<About word="Report">{authorName}</About>}
        open={state?.intent === `report:${postId}`}
      >
        <Form state={state} intent={`report:${postId}`}>
          {id}
          <TextInput name="reason" label="What is wrong with it" maxLength={1000} dir="auto" />
          <Button>Report to staff</Button>
        </Form>
      </Disclosure>
    );
  return (
    <Disclosure
      summary={canEdit ? "Change or remove" : "Remove"}
      open={state?.intent === `edit:${postId}` || state?.intent === `delete:${postId}`}
    >
      <div className="space-y-4">
        {canEdit && (
          <Form state={state} intent={`edit:${postId}`}>
            {id}
            <TextArea name="body" label="Your words" defaultValue={body ?? ""} maxLength={10_000} />
            <Button>Change</Button>
          </Form>
        )}
        <Form state={state} intent={`delete:${postId}`}>
          {id}
          <Button look="danger">Remove</Button>
        </Form>
      </div>
    </Disclosure>
  );
}
