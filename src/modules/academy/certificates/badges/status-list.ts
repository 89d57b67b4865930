import type { Cache } from "#kernel/cache/cache.ts";
import { type Config, publicUrl } from "#kernel/config.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import {
  type JsonDocument,
  runBadgeJob,
  wholeSeconds,
} from "#modules/academy/certificates/badges/badge-job.ts";
import { type KeyHouse, signingKey } from "#modules/academy/certificates/badges/badge-keys.ts";
import { issuerOf } from "#modules/academy/rules/badges/issuer.ts";

/** Which list: revocation is for ever, suspension may end. */
export interface StatusList {
  number: number;
  purpose: "revocation" | "suspension";
}

/** Under which key of the cache a signed list is kept. */
export const statusListKey = ({ number, purpose }: StatusList): string =>
  `academy.badge_status:${number}-${purpose}`;

/** The public address of a list. */
export const statusListAddress = (config: Config, { number, purpose }: StatusList): string =>
  `${publicUrl(config)}/badges/status/${number}-${purpose}`;

// A badge whose certificate was corrected is revoked: its successor counts.
const SET = {
  revocation: sql`status IN ('revoked', 'superseded')`,
  suspension: sql`status = 'suspended'`,
};

/** What of the house lists need. */
export type ListHouse = KeyHouse & { config: Config; cache: Cache };

async function signList(house: ListHouse, list: StatusList): Promise<JsonDocument> {
  const known = await firstRow<{ size: number }>(
    house.db,
    sql`SELECT size FROM academy.badge_list WHERE number = ${list.number}`,
  );
  if (!known) throw refuse("not_found", "academy.status_list_unknown", "There is no such list.");
  const found = await rows<{ status_index: number }>(
    house.db,
    sql`SELECT status_index FROM academy.certificate
        WHERE status_list = ${list.number} AND ${SET[list.purpose]} ORDER BY status_index`,
  );
  const issuer = issuerOf(publicUrl(house.config));
  return runBadgeJob<JsonDocument>(house.aside, {
    kind: "list",
    id: statusListAddress(house.config, list),
    issuer,
    purpose: list.purpose,
    size: known.size,
    set: found.map((row) => row.status_index),
    validFrom: wholeSeconds(house.now),
    pair: await signingKey(house, issuer),
  });
}

/**
 * A list as it is published: a signed BitstringStatusListCredential, kept for a minute or until a status changes.
 * Errors: `academy.status_list_unknown`.
 */
export const publishedList = (house: ListHouse, list: StatusList): Promise<JsonDocument> =>
  house.cache.get(statusListKey(list), () => signList(house, list));
