import { randomBytes } from "node:crypto";
import type { Actor, StaffRole } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";

const PREFIX = "cairn_";
const SECRET_BYTES = 32;
/** Last use is written at most this often. */
const USED_EVERY_SECONDS = 60;

/** A new token: `cairn_` and 256 random bits. Shown once; only its hash is kept. */
export const newApiToken = (): string => PREFIX + randomBytes(SECRET_BYTES).toString("base64url");

/** What the database keeps of a token. A plain SHA-256 is enough: 256 random bits cannot be guessed. */
export const hashApiToken = (token: string): string => sha256Hex(token);

interface TokenRow {
  id: string;
  person_id: string;
  role: StaffRole | null;
  scopes: string[];
  agent: boolean;
  stale: boolean;
}

/**
 * Who holds this token. Read from the database at every request, so that revoking works at once.
 * Errors: `auth.token_invalid` when it is unknown, expired or revoked, or its person is disabled; one answer for
 * all, so that a finder learns nothing.
 */
export async function actorOfToken(db: Db, token: string, now: Temporal.Instant): Promise<Actor> {
  const row = await firstRow<TokenRow>(
    db,
    sql`SELECT t.id, t.person_id, p.role, t.scopes, t.agent,
               coalesce(t.used_at < ${now.subtract({ seconds: USED_EVERY_SECONDS }).toString()}, true) AS stale
        FROM auth.api_token t JOIN auth.person p ON p.id = t.person_id
        WHERE t.hash = ${hashApiToken(token)} AND t.revoked_at IS NULL AND p.disabled_at IS NULL
          AND (t.expires_at IS NULL OR t.expires_at > ${now.toString()})`,
  );
  if (!row)
    throw refuse(
      "unauthenticated",
      "auth.token_invalid",
      "This token is not valid, or no longer. Make a new one.",
    );
  if (row.stale)
    await db.execute(sql`UPDATE auth.api_token SET used_at = ${now.toString()} WHERE id = ${row.id}`);
  const { id, person_id, role, scopes, agent } = row;
  return { kind: "token", tokenId: id, personId: person_id, role, scopes, agent };
}

/** The bearer token of a request; undefined when none is sent. */
export const bearerToken = (request: Request): string | undefined =>
  /^bearer\s+(\S.*)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
