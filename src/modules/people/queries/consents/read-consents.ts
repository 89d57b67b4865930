import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Consents, ConsentEntry } from "#modules/people/contract/consents.ts";
import { isoInstant } from "#modules/people/queries/iso-instant.ts";

type Entry = z.output<typeof ConsentEntry>;

/** What a person agreed to: what holds for each purpose, and everything they ever said, newest first. */
export async function readConsents(
  db: Db,
  { personId, now }: { personId: string; now: Temporal.Instant },
): Promise<z.input<typeof Consents>> {
  const texts = await rows<{ purpose: string; version: number; title: string; body: string }>(
    db,
    sql`SELECT DISTINCT ON (purpose) purpose, version, title, body FROM people.consent_text
        WHERE in_force_at <= ${now.toString()} ORDER BY purpose, version DESC`,
  );
  const found = await rows<Entry>(
    db,
    sql`SELECT id AS "consentId", purpose, granted, text_version AS "textVersion", text_sha256 AS "textSha256",
               source, given_at AS "givenAt"
        FROM people.consent WHERE person_id = ${personId} ORDER BY given_at DESC, id DESC LIMIT 1000`,
  );
  const history = found.map((entry) => ({ ...entry, givenAt: isoInstant(entry.givenAt) }));
  const items = texts.map(({ purpose, version, title, body }) => {
    const last = history.find((entry) => entry.purpose === purpose);
    return {
      purpose,
      title,
      body,
      granted: last?.granted ?? null,
      isCurrent: last?.textVersion === version,
      givenAt: last?.givenAt ?? null,
    };
  });
  return { items, history };
}
