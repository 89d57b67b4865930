import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { TokenSummary } from "#modules/staff/contract.ts";
import { canSeeKeys, isManager } from "#modules/staff/policy.ts";
import { isoInstant } from "#modules/staff/queries/person-rows.ts";

interface TokenRow {
  id: string;
  name: string;
  person_id: string;
  person_name: string;
  scopes: string[];
  agent: boolean;
  status: "active" | "expired" | "revoked";
  created_at: string;
  expires_at: string | null;
  used_at: string | null;
}

const orNull = (text: string | null): string | null => (text === null ? null : isoInstant(text));

const toSummary = (row: TokenRow) => ({
  tokenId: row.id,
  name: row.name,
  personId: row.person_id,
  personName: row.person_name,
  scopes: row.scopes,
  agent: row.agent,
  status: row.status,
  createdAt: isoInstant(row.created_at),
  expiresAt: orNull(row.expires_at),
  usedAt: orNull(row.used_at),
});

/** API tokens, newest first: one's own, or for managers anybody's or everybody's. Secrets are never shown again. */
export const listTokens = defineQuery({
  name: "staff.list_tokens",
  title: "List API tokens",
  http: "GET /tokens",
  access: "signed_in",
  input: z.object({
    personId: z.uuid().optional(),
    /** Managers: the tokens of all people. */
    everybody: z.boolean().default(false),
    limit: z.number().int().min(1).max(200).default(50),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(TokenSummary), nextCursor: z.string().nullable() }),
  allow: (actor, _loaded, { personId, everybody }) =>
    everybody ? isManager(actor) : canSeeKeys(actor, personId),
  run: async ({ db, actor, now, input: { personId, everybody, limit, cursor } }) => {
    const whose = everybody ? sql`true` : sql`t.person_id = ${personId ?? actorPersonId(actor)}`;
    const found = await rows<TokenRow>(
      db,
      sql`SELECT t.id, t.name, t.person_id, p.name AS person_name, t.scopes, t.agent, t.created_at, t.expires_at,
                 t.used_at, CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked'
                   WHEN t.expires_at <= ${now.toString()} THEN 'expired' ELSE 'active' END AS status
          FROM auth.api_token t JOIN auth.person p ON p.id = t.person_id
          WHERE ${whose} AND ${cursor ? sql`t.id < ${cursor}` : sql`true`}
          ORDER BY t.id DESC LIMIT ${limit + 1}`,
    );
    const items = found.slice(0, limit).map(toSummary);
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.tokenId ?? null) : null };
  },
});
