import { randomBytes } from "node:crypto";
import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { publicUrl } from "#kernel/config.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { CreatedCalendarFeed } from "#modules/playbook/contract/calendar.ts";

/**
 * Makes the person's secret calendar link; one made before stops to work. Only the hash of the secret is kept.
 * Errors: `playbook.person_unknown` for the house itself.
 */
export const createCalendarFeed = defineCommand({
  name: "playbook.create_calendar_feed",
  title: "Make a calendar link of one's own",
  http: "POST /playbook/calendar-feed",
  access: "playbook:read",
  confirm: true,
  secretOutput: true,
  input: z.object({}),
  output: CreatedCalendarFeed,
  run: async ({ tx, now, actor, config }) => {
    const personId = actorPersonId(actor);
    if (!personId)
      throw refuse("forbidden", "playbook.person_unknown", "Only a person can have a calendar link.");
    const secret = randomBytes(32).toString("base64url");
    const createdAt = now.toString();
    const feed = await firstRow<{ id: string }>(
      tx,
      sql`INSERT INTO playbook.calendar_feed (id, person_id, secret_sha256, created_at)
          VALUES (${newId()}, ${personId}, ${sha256Hex(secret)}, ${createdAt})
          ON CONFLICT (person_id) WHERE revoked_at IS NULL
          DO UPDATE SET secret_sha256 = excluded.secret_sha256, created_at = excluded.created_at RETURNING id`,
    );
    if (!feed) throw new Error("A calendar link was written and is not there");
    return { feedId: feed.id, secret, url: `${publicUrl(config)}/calendar/${secret}.ics`, createdAt };
  },
});
