import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CommentPage, ListComments } from "#modules/playbook/contract/comments.ts";
import { canEditComment, canRemoveComment } from "#modules/playbook/policy.ts";
import { isoAt, personRef } from "#modules/playbook/queries/fragments.ts";
import { readCursor, toPage } from "#modules/playbook/queries/paging.ts";

type Row = Omit<z.output<typeof CommentPage>["comments"][number], "may"> & { authorId: string | null };

/** Comments on one thing, oldest first; removed ones are left out. */
export const listComments = defineQuery({
  name: "playbook.list_comments",
  title: "List the comments on a part of the plan, a review or an experiment",
  http: "GET /playbook/comments",
  access: "playbook:read",
  input: ListComments,
  output: CommentPage,
  run: async ({ db, input, actor }) => {
    const { subjectKind, subjectId, limit } = input;
    const after = readCursor(input.cursor);
    const found = await rows<Row>(
      db,
      sql`SELECT c.id, c.body, c.author_id AS "authorId", ${personRef(sql`c.author_id`)} AS author,
                 ${isoAt(sql`c.created_at`)} AS "createdAt", ${isoAt(sql`c.edited_at`)} AS "editedAt",
                 (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name), '[]')
                  FROM auth.person p WHERE p.id = ANY (c.mentions)) AS mentions
          FROM playbook.comment c
          WHERE c.subject_kind = ${subjectKind} AND c.subject_id = ${subjectId} AND c.removed_at IS NULL
            ${after ? sql`AND (c.created_at, c.id) > (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
          ORDER BY c.created_at, c.id LIMIT ${limit + 1}`,
    );
    const { items, nextCursor } = toPage(found, limit, ({ createdAt, id }) => ({ key: createdAt, id }));
    const comments = items.map(({ authorId, ...comment }) => ({
      ...comment,
      may: { edit: canEditComment(actor, { authorId }), remove: canRemoveComment(actor, { authorId }) },
    }));
    return { comments, nextCursor };
  },
});
