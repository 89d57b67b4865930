import type { Aside } from "#kernel/aside/aside.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { Sealer } from "#kernel/sealer.ts";
import { type MultikeyPair, runBadgeJob } from "#modules/academy/certificates/badges/badge-job.ts";

/** For what the private parts of keys are sealed. */
const PURPOSE = "academy.badge_key";

/** What of the house keys need. */
export interface KeyHouse {
  db: Db;
  aside: Aside;
  sealer: Sealer;
  now: Temporal.Instant;
}

/** A key without its private part. Instants as ISO 8601 text. */
export interface PublicKey {
  id: string;
  controller: string;
  publicMultibase: string;
  createdAt: string;
  retiredAt: string | null;
}

const PUBLIC = sql`k.id, k.controller, k.public_multibase AS "publicMultibase", to_jsonb(k.created_at) AS "createdAt",
  to_jsonb(k.retired_at) AS "retiredAt"`;

/** Every key there ever was, the newest first. */
export const listKeys = (db: Db): Promise<PublicKey[]> =>
  rows(db, sql`SELECT ${PUBLIC} FROM academy.badge_key k ORDER BY k.created_at DESC, k.id DESC`);

/** The address of a key. */
export const keyAddress = ({ controller, publicMultibase }: PublicKey): string =>
  `${controller}#${publicMultibase}`;

async function findActive({ db, sealer }: KeyHouse, controller: string): Promise<MultikeyPair | undefined> {
  const row = await firstRow<{ public_multibase: string; secret_sealed: string }>(
    db,
    sql`SELECT public_multibase, secret_sealed FROM academy.badge_key
        WHERE controller = ${controller} AND retired_at IS NULL`,
  );
  if (!row) return undefined;
  return {
    id: `${controller}#${row.public_multibase}`,
    controller,
    publicKeyMultibase: row.public_multibase,
    secretKeyMultibase: sealer.open(PURPOSE, row.secret_sealed),
  };
}

/** Makes a pair and keeps it, unless there is an active one by now: the first that was kept stays. */
export async function makeKey(
  house: KeyHouse,
  controller: string,
): Promise<{ id: string; publicMultibase: string } | undefined> {
  const pair = await runBadgeJob<MultikeyPair>(house.aside, { kind: "generate", controller });
  return firstRow(
    house.db,
    sql`INSERT INTO academy.badge_key (id, controller, public_multibase, secret_sealed, created_at)
        VALUES (${newId()}, ${controller}, ${pair.publicKeyMultibase},
          ${house.sealer.seal(PURPOSE, pair.secretKeyMultibase)}, ${house.now.toString()})
        ON CONFLICT DO NOTHING RETURNING id, public_multibase AS "publicMultibase"`,
  );
}

/** The pair that badges of an issuer are signed with; made once, when the first is signed. */
export async function signingKey(house: KeyHouse, controller: string): Promise<MultikeyPair> {
  const known = await findActive(house, controller);
  if (known) return known;
  await makeKey(house, controller);
  const made = await findActive(house, controller);
  if (!made) throw new Error("A key was not kept");
  return made;
}
