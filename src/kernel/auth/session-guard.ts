import { APIError } from "better-auth/api";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { realTime } from "#kernel/auth/real-time.ts";

/** Longer than any code of an authenticator app is accepted. */
const CODE_MEMORY = { minutes: 5 };

/** Every session begins here, whatever opened the door. Disabled people get none. */
async function letIn(db: Db, personId: string, now: string): Promise<void> {
  const person = await firstRow(
    db,
    sql`UPDATE auth.person SET joined_at = coalesce(joined_at, ${now})
        WHERE id = ${personId} AND disabled_at IS NULL RETURNING id`,
  );
  if (!person) throw new APIError("UNAUTHORIZED", { code: "PERSON_DISABLED", message: "Not signed in" });
}

/** Takes a code that was right, once: seen over a shoulder, it opens nothing any more. */
async function takeCode(db: Db, personId: string, code: string): Promise<void> {
  const now = realTime.now();
  const forgotten = now.subtract(CODE_MEMORY).toString();
  await db.execute(sql`DELETE FROM auth.used_code WHERE person_id = ${personId} AND used_at < ${forgotten}`);
  const taken = await firstRow(
    db,
    sql`INSERT INTO auth.used_code (person_id, code_hash, used_at)
        VALUES (${personId}, ${sha256Hex(`${personId}:${code}`)}, ${now.toString()})
        ON CONFLICT DO NOTHING RETURNING person_id`,
  );
  if (!taken) throw new APIError("UNAUTHORIZED", { code: "CODE_USED", message: "Not signed in" });
}

/** What better-auth tells its hooks of the call that makes the session. */
interface Making {
  path?: string;
  body?: unknown;
}

const codeOf = (body: unknown): string => String((body as { code?: unknown } | undefined)?.code ?? "").trim();

/** better-auth's hook before a session is written. Throws to refuse it. */
export const guardSession =
  (db: Db) =>
  async (session: { userId: string }, making: Making | null): Promise<void> => {
    if (making?.path === "/two-factor/verify-totp") await takeCode(db, session.userId, codeOf(making.body));
    await letIn(db, session.userId, realTime.now().toString());
  };
