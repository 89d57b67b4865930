import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { realTime } from "#kernel/auth/real-time.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Session } from "#modules/staff/contract.ts";
import { canSeeKeys } from "#modules/staff/policy.ts";
import { isoInstant } from "#modules/staff/queries/person-rows.ts";
import { describeDevice } from "#modules/staff/rules/describe-device.ts";

interface SessionRow {
  id: string;
  user_agent: string | null;
  ip_address: string | null;
  created_at: string;
  seen_at: string;
  expires_at: string;
}

/** Browsers a person is signed in with, the last used first: one's own, or for managers anybody's. */
export const listSessions = defineQuery({
  name: "staff.list_sessions",
  title: "List browsers that are signed in",
  http: "GET /sessions",
  access: "signed_in",
  input: z.object({ personId: z.uuid().optional() }),
  output: z.object({ items: z.array(Session) }),
  allow: (actor, _loaded, { personId }) => canSeeKeys(actor, personId),
  run: async ({ db, actor, input }) => {
    const found = await rows<SessionRow>(
      db,
      sql`SELECT id, user_agent, ip_address, created_at, coalesce(seen_at, created_at) AS seen_at, expires_at
          FROM auth.session
          WHERE person_id = ${input.personId ?? actorPersonId(actor)} AND expires_at > ${realTime.now().toString()}
          ORDER BY coalesce(seen_at, created_at) DESC, id DESC LIMIT 200`,
    );
    return {
      items: found.map((row) => ({
        sessionId: row.id,
        device: describeDevice(row.user_agent),
        address: row.ip_address || null,
        createdAt: isoInstant(row.created_at),
        seenAt: isoInstant(row.seen_at),
        expiresAt: isoInstant(row.expires_at),
      })),
    };
  },
});
