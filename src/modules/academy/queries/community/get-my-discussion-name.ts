import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";

/** What one is called in discussions: what one chose, else one's name. */
export const getMyDiscussionName = defineQuery({
  name: "academy.get_my_discussion_name",
  title: "Read what I am called in discussions",
  http: "GET /learn/discussion-name",
  access: "customer",
  input: z.object({}),
  output: z.object({ name: z.string() }),
  run: async ({ db, actor }) => {
    const found = await firstRow<{ name: string }>(
      db,
      sql`SELECT coalesce(a.name, p.name) AS name FROM auth.person p
            LEFT JOIN academy.discussion_author a ON a.person_id = p.id WHERE p.id = ${actorPersonId(actor)}`,
    );
    return { name: found?.name ?? "" };
  },
});
