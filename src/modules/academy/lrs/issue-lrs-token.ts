import { randomBytes } from "node:crypto";
import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** Tokens are told from clients' keys by how they begin. */
export const TOKEN_PREFIX = "lrt-";
const SECRET_BYTES = 32;

/** What a player may do with its token: tell of this student, in this registration, about this activity. */
export interface LrsTokenRequest {
  /** The xAPI actor; statements and documents of any other are refused. */
  actor: JsonObject;
  registration: string;
  activityId: string;
  accountId: string | null;
  personId: string | null;
  enrolmentId: string | null;
  now: Temporal.Instant;
  expiresAt: Temporal.Instant;
}

/**
 * Makes a token for a player (cmi5's auth-token): it is sent as `Authorization: Basic <authToken>`. Shown this once.
 * Tokens of a registration end with `revokeLrsTokens`.
 */
export async function issueLrsToken(
  tx: Tx,
  request: LrsTokenRequest,
): Promise<{ tokenId: string; authToken: string; expiresAt: string }> {
  const tokenId = newId();
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const { actor, registration, activityId, accountId, personId, enrolmentId, now, expiresAt } = request;
  await tx.execute(
    sql`INSERT INTO academy.lrs_token (id, secret_hash, actor, registration, activity_id, account_id, person_id,
          enrolment_id, created_at, expires_at)
        VALUES (${tokenId}, ${sha256Hex(secret)}, ${JSON.stringify(actor)}::jsonb, ${registration}, ${activityId},
                ${accountId}, ${personId}, ${enrolmentId}, ${now.toString()}, ${expiresAt.toString()})`,
  );
  const authToken = Buffer.from(`${TOKEN_PREFIX}${tokenId}:${secret}`).toString("base64");
  return { tokenId, authToken, expiresAt: expiresAt.toString() };
}

/** Ends every token of a registration from its next request on. */
export async function revokeLrsTokens(tx: Tx, registration: string, now: Temporal.Instant): Promise<void> {
  await tx.execute(
    sql`UPDATE academy.lrs_token SET revoked_at = ${now.toString()}
        WHERE registration = ${registration} AND revoked_at IS NULL`,
  );
}
