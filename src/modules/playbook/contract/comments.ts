import { z } from "zod";
import { Instant, PersonRef, paging, writtenText } from "./fields.ts";

const subject = {
  subjectKind: z.enum(["node", "review", "experiment"]),
  subjectId: z.uuid(),
};
const words = {
  body: writtenText(10_000),
  /** Ids of people whom the words call; they are notified, as is everybody named as `@Name` in the words. */
  mentions: z.array(z.uuid()).max(20).default([]),
};

export const AddComment = z.object({ ...subject, ...words });
export const AddedComment = z.object({ commentId: z.uuid() });
export const EditComment = z.object({ commentId: z.uuid(), ...words });
export const RemoveComment = z.object({ commentId: z.uuid() });
export const ListComments = z.object({ ...subject, ...paging });
/** Oldest first, as they are read. */
export const CommentPage = z.object({
  comments: z.array(
    z.object({
      id: z.uuid(),
      body: z.string(),
      author: PersonRef,
      mentions: z.array(PersonRef.unwrap()),
      createdAt: Instant,
      editedAt: Instant.nullable(),
      /** What the viewer may do with it. */
      may: z.object({ edit: z.boolean(), remove: z.boolean() }),
    }),
  ),
  nextCursor: z.string().nullable(),
});
