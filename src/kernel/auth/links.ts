import { randomBytes } from "node:crypto";
import { type Config, publicUrl } from "#kernel/config.ts";
import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";

/** What a one-time link is for. */
export type LinkKind = "owner" | "invitation" | "password_reset";

/** How long each is good for, by the house's clock. */
const LINK_LIFETIME: Record<LinkKind, Temporal.DurationLike> = {
  owner: { hours: 7 * 24 },
  invitation: { hours: 7 * 24 },
  password_reset: { hours: 24 },
};

/** Where each is opened. */
const PATHS: Record<LinkKind, string> = {
  owner: "/welcome",
  invitation: "/join",
  password_reset: "/reset-password",
};

const SECRET_BYTES = 32;

interface NewLink {
  kind: LinkKind;
  /** Whom it lets in; null for the first owner, who is nobody yet. */
  personId: string | null;
  createdBy: string | null;
  now: Temporal.Instant;
  lifetime?: Temporal.DurationLike;
}

/** An open link, read or used. */
export interface OpenLink {
  id: string;
  kind: LinkKind;
  personId: string | null;
  expiresAt: string;
  name: string | null;
  email: string | null;
  role: string | null;
}

/** A link's secret and end; the database keeps the hash alone. */
export interface MadeLink {
  token: string;
  expiresAt: Temporal.Instant;
}

/** The address a person opens. The secret stands in the query, which our pages keep out of logs and referrers. */
export const linkUrl = (config: Config, kind: LinkKind, token: string): string =>
  `${publicUrl(config)}${PATHS[kind]}?token=${token}`;

/** Makes a link and takes back the earlier ones of its kind for the same person. */
export async function makeLink(tx: Tx, link: NewLink): Promise<MadeLink> {
  const { kind, personId, createdBy, now } = link;
  const token = randomBytes(SECRET_BYTES).toString("base64url");
  const expiresAt = now.add(link.lifetime ?? LINK_LIFETIME[kind]);
  await tx.execute(
    sql`DELETE FROM auth.link WHERE kind = ${kind} AND person_id IS NOT DISTINCT FROM ${personId}::uuid
        AND used_at IS NULL`,
  );
  await tx.execute(
    sql`INSERT INTO auth.link (id, kind, person_id, hash, created_at, created_by, expires_at)
        VALUES (${newId()}, ${kind}, ${personId}, ${sha256Hex(token)}, ${now.toString()}, ${createdBy},
                ${expiresAt.toString()})`,
  );
  return { token, expiresAt };
}

/** The one answer to a link that does not work, whatever the reason. */
export const LINK_OVER = () =>
  refuse("gone", "auth.link_over", "This link was used already or is too old. Ask for a new one.");

/** Reads a link without using it, for the page that asks for a password. Errors: `auth.link_over`. */
export async function readLink(db: Db, token: string, now: Temporal.Instant): Promise<OpenLink> {
  const link = await firstRow<OpenLink>(
    db,
    sql`SELECT l.id, l.kind, l.person_id AS "personId", l.expires_at AS "expiresAt", p.name, p.email, p.role
        FROM auth.link l LEFT JOIN auth.person p ON p.id = l.person_id
        WHERE l.hash = ${sha256Hex(token)} AND l.used_at IS NULL AND l.expires_at > ${now.toString()}
          AND p.disabled_at IS NULL`,
  );
  if (!link) throw LINK_OVER();
  return link;
}

/** Uses a link up, in the transaction of what it allows. Of several at once one wins. Errors: `auth.link_over`. */
export async function takeLink(tx: Tx, token: string, now: Temporal.Instant): Promise<OpenLink> {
  const link = await readLink(tx, token, now);
  const taken = await firstRow(
    tx,
    sql`UPDATE auth.link SET used_at = ${now.toString()} WHERE id = ${link.id} AND used_at IS NULL RETURNING id`,
  );
  if (!taken) throw LINK_OVER();
  return link;
}
