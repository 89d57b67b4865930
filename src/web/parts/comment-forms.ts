import { z } from "zod";
import type { CommentPage } from "#modules/playbook/contract/comments.ts";
import { AddComment, RemoveComment } from "#modules/playbook/contract/comments.ts";
import type { Call } from "#web/context.ts";
import type { ActionArgs } from "#web/forms/submit.ts";
import { done, submit } from "#web/forms/submit.ts";

/** One page of what people said. */
export type CommentList = z.output<typeof CommentPage>;

/** What is talked about. */
export interface CommentSubject {
  kind: "node" | "review" | "experiment";
  id: string;
}

const PAGE = 100;
const words = AddComment.pick({ body: true });
const edited = z.object({ commentId: z.uuid(), ...words.shape });

/** What people said about a thing; `?comments.cursor` of the address names a later page. */
export function loadComments(call: Call, subject: CommentSubject, url: string): Promise<CommentList> {
  const cursor = new URL(url, "http://page.invalid").searchParams.get("comments.cursor") ?? undefined;
  return call<CommentList>("playbook.list_comments", {
    subjectKind: subject.kind,
    subjectId: subject.id,
    cursor,
    limit: PAGE,
  });
}

/** Texts of what the comments' forms did, for a page's `handle.notices`. */
export const COMMENT_NOTICES = {
  commented: "Your comment is there.",
  comment_changed: "The comment is changed.",
  comment_removed: "The comment is removed.",
} as const;

/** True for a form of the comments, by its intent. */
export const isCommentForm = (intent: string): boolean => intent.split("-")[0] === "comment";

/** Carries out a form of the comments and leads back to `here`. */
export function submitComment(args: ActionArgs, intent: string, { subject, here }: Place) {
  const [, what] = intent.split("-");
  if (what === "edit")
    return submit(args, "playbook.edit_comment", {
      schema: edited,
      onSuccess: () => done(here, "comment_changed"),
    });
  if (what === "remove")
    return submit(args, "playbook.remove_comment", {
      schema: RemoveComment,
      onSuccess: () => done(here, "comment_removed"),
    });
  return submit(args, "playbook.add_comment", {
    schema: AddComment,
    map: (form) => ({ ...form, subjectKind: subject.kind, subjectId: subject.id }),
    onSuccess: () => done(here, "commented"),
  });
}

interface Place {
  subject: CommentSubject;
  here: string;
}
