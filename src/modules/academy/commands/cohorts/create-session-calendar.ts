import { randomBytes } from "node:crypto";
import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { publicUrl } from "#kernel/config.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { CreatedSessionCalendar } from "#modules/academy/contract/sessions.ts";

/** Makes the secret address of one's live sessions; one made before stops to work. Only the hash of the secret is kept. */
export const createSessionCalendar = defineCommand({
  name: "academy.create_session_calendar",
  title: "Make a calendar address of one's live sessions",
  http: "POST /academy/my/session-calendar",
  access: "customer",
  secretOutput: true,
  input: z.object({}),
  output: CreatedSessionCalendar,
  run: async ({ tx, now, actor, config }) => {
    const secret = randomBytes(32).toString("base64url");
    const createdAt = now.toString();
    await tx.execute(
      sql`INSERT INTO academy.calendar_feed (id, person_id, secret_sha256, created_at)
          VALUES (${newId()}, ${actorPersonId(actor)}, ${sha256Hex(secret)}, ${createdAt})
          ON CONFLICT (person_id) WHERE revoked_at IS NULL
          DO UPDATE SET secret_sha256 = excluded.secret_sha256, created_at = excluded.created_at`,
    );
    return { secret, url: `${publicUrl(config)}/learn/calendar/${secret}.ics`, createdAt };
  },
});
