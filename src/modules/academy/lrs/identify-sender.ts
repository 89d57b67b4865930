import { sameText } from "#kernel/auth/cookies.ts";
import { type Config, publicUrl } from "#kernel/config.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { sha256Hex } from "#kernel/ids.ts";
import type { Cache } from "#kernel/cache/cache.ts";
import type { LrsScope } from "#modules/academy/contract/lrs.ts";
import { clientAuthority, houseAuthority } from "#modules/academy/lrs/authorities.ts";
import { TOKEN_PREFIX } from "#modules/academy/lrs/issue-lrs-token.ts";
import { unknownSender } from "#modules/academy/lrs/refusals.ts";
import type { Sender } from "#modules/academy/lrs/sender.ts";
import { identityOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { isUuid } from "#modules/academy/rules/lrs/identifiers.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** Under which name the cache keeps a client; forgotten when the client changes. */
export const clientCacheKey = (key: string): string => `academy.lrs_client:${key}`;

/** Who a sender says to be: key and secret of Basic authentication. Undefined for anything else. */
export function readBasic(header: string | null): { key: string; secret: string } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/=_-]+)\s*$/i.exec(header ?? "")?.[1];
  if (!encoded) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 1 ? undefined : { key: text.slice(0, colon), secret: text.slice(colon + 1) };
}

interface ClientRow {
  id: string;
  name: string;
  key: string;
  secret_hash: string;
  scopes: LrsScope[];
  origins: string[];
}

const loadClient = (db: Db, key: string) =>
  firstRow<ClientRow>(
    db,
    sql`SELECT id, name, key, secret_hash, scopes, origins FROM academy.lrs_client
        WHERE key = ${key} AND revoked_at IS NULL`,
  );

interface TokenRow {
  id: string;
  secret_hash: string;
  actor: JsonObject;
  registration: string;
  activity_id: string;
  account_id: string | null;
  person_id: string | null;
  enrolment_id: string | null;
}

const loadToken = (db: Db, tokenId: string, now: Temporal.Instant) =>
  firstRow<TokenRow>(
    db,
    sql`SELECT id, secret_hash, actor, registration, activity_id, account_id, person_id, enrolment_id
        FROM academy.lrs_token WHERE id = ${tokenId} AND revoked_at IS NULL AND expires_at > ${now.toString()}`,
  );

const tokenSender = (token: TokenRow, homePage: string): Sender => ({
  id: token.id,
  scopes: new Set(),
  authority: houseAuthority(homePage),
  origins: ["*"],
  reach: {
    registration: token.registration,
    identity: identityOf(token.actor) ?? "",
    activityId: token.activity_id,
    accountId: token.account_id,
    personId: token.person_id,
    enrolmentId: token.enrolment_id,
  },
});

/** What is needed to know who sends. */
export interface SenderRegister {
  db: Db;
  cache: Cache;
  config: Config;
}

/**
 * The client or player behind an `Authorization` header. Clients are kept in memory and forgotten in all processes when
 * they are revoked or rotated. Errors: `academy.lrs_unknown_sender`, one answer for all that is wrong.
 */
export async function identifySender(
  { db, cache, config }: SenderRegister,
  header: string | null,
  now: Temporal.Instant,
): Promise<Sender> {
  const basic = readBasic(header);
  if (!basic) throw unknownSender();
  const { key, secret } = basic;
  const homePage = publicUrl(config);
  if (key.startsWith(TOKEN_PREFIX)) {
    const tokenId = key.slice(TOKEN_PREFIX.length);
    const token = isUuid(tokenId) ? await loadToken(db, tokenId, now) : undefined;
    if (!token || !sameText(sha256Hex(secret), token.secret_hash)) throw unknownSender();
    return tokenSender(token, homePage);
  }
  // A key we never made is not looked for: nobody fills the memory with keys of their own.
  if (!/^lrs-[\w-]{10,40}$/.test(key)) throw unknownSender();
  const client = await cache.get(clientCacheKey(key), () => loadClient(db, key));
  if (!client || !sameText(sha256Hex(secret), client.secret_hash)) throw unknownSender();
  const { id, scopes, origins } = client;
  return { id, scopes: new Set(scopes), origins, authority: clientAuthority(homePage, client) };
}
