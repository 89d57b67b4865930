import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { DiscussionName } from "#modules/academy/contract/discussions.ts";

/** Sets what one is called in discussions; posts of before show it too. */
export const setMyDiscussionName = defineCommand({
  name: "academy.set_my_discussion_name",
  title: "Set what I am called in discussions",
  http: "PUT /learn/discussion-name",
  access: "customer",
  input: DiscussionName,
  output: DiscussionName,
  run: async ({ tx, now, actor, input }) => {
    await tx.execute(
      sql`INSERT INTO academy.discussion_author (person_id, name, changed_at)
          VALUES (${actorPersonId(actor)}, ${input.name}, ${now.toString()})
          ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, changed_at = excluded.changed_at`,
    );
    return input;
  },
});
