import { linkUrl, makeLink } from "#kernel/auth/links.ts";
import { type Config, publicUrl } from "#kernel/config.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newPerson } from "#modules/people/accounts/new-person.ts";
import { findPersonId, lockEmail } from "#modules/people/accounts/person-by-email.ts";

/** Whoever an address (lower case) is; a stranger becomes a person who has proved nothing yet. */
export async function ensurePerson(
  { tx, now }: { tx: Tx; now: Temporal.Instant },
  { email, name }: { email: string; name: string },
): Promise<string> {
  await lockEmail(tx, email);
  const known = await findPersonId(tx, email);
  return known ?? newPerson(tx, { name: name || (email.split("@")[0] ?? email), email, now });
}

/**
 * The address of one of our pages, for a mail to a person. A customer who never came needs a way in first: a link to set
 * a password, good for seven days, that leads on to the page. Staff have ways of their own. It ends earlier links of the
 * kind, so a mail that holds one is the newest that does.
 */
export async function wayIn(
  { tx, config, now }: { tx: Tx; config: Config; now: Temporal.Instant },
  { personId, path }: { personId: string; path: string },
): Promise<string> {
  const isNew = await firstRow(
    tx,
    sql`SELECT 1 FROM auth.person p WHERE p.id = ${personId} AND p.role IS NULL AND p.disabled_at IS NULL
        AND NOT EXISTS (SELECT FROM auth.account WHERE person_id = p.id)
        AND NOT EXISTS (SELECT FROM auth.passkey WHERE person_id = p.id)`,
  );
  if (!isNew) return `${publicUrl(config)}${path}`;
  const made = await makeLink(tx, { kind: "invitation", personId, createdBy: null, now });
  return `${linkUrl(config, "invitation", made.token)}&next=${encodeURIComponent(path)}`;
}
