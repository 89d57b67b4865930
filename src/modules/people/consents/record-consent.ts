import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { actorPersonId } from "#kernel/actor.ts";
import type { ConsentSource } from "#modules/people/contract/consents.ts";
import { ConsentRecorded } from "#modules/people/events/persons.ts";

interface Answer {
  personId: string;
  /** A purpose that has a text, such as `news`. */
  purpose: string;
  granted: boolean;
  source: ConsentSource;
}

interface TextInForce {
  version: number;
  sha256: string;
}

/** The text of a purpose in force at an instant. Errors: `people.purpose_unknown`. */
async function textInForce(db: Db, purpose: string, now: Temporal.Instant): Promise<TextInForce> {
  const text = await firstRow<TextInForce>(
    db,
    sql`SELECT version, sha256 FROM people.consent_text
        WHERE purpose = ${purpose} AND in_force_at <= ${now.toString()} ORDER BY version DESC LIMIT 1`,
  );
  if (!text) throw refuse("not_found", "people.purpose_unknown", `Nobody is asked to agree to ${purpose}.`);
  return text;
}

/**
 * Writes down what a person said to the text in force, with its version and hash. The same answer to the same text
 * again adds nothing. Errors: `people.purpose_unknown`.
 */
export async function recordConsent(
  context: Pick<CommandContext<unknown>, "tx" | "now" | "emit" | "actor">,
  answer: Answer,
): Promise<void> {
  const { tx, now, emit, actor } = context;
  const { personId, purpose, granted, source } = answer;
  const { version, sha256 } = await textInForce(tx, purpose, now);
  // One after the other: of two answers at once the later one holds, and both are kept.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('people.consent:' || ${personId}, 0))`);
  const written = await firstRow(
    tx,
    sql`INSERT INTO people.consent (id, person_id, purpose, granted, text_version, text_sha256, source, given_at,
          recorded_by)
        SELECT ${newId()}, ${personId}::uuid, ${purpose}, ${granted}, ${version}::int, ${sha256}, ${source},
          ${now.toString()}::timestamptz, ${actorPersonId(actor)}::uuid
        WHERE NOT EXISTS (SELECT FROM (
            SELECT c.granted, c.text_version FROM people.consent c
            WHERE c.person_id = ${personId}::uuid AND c.purpose = ${purpose}
            ORDER BY c.given_at DESC, c.id DESC LIMIT 1) AS last
          WHERE last.granted = ${granted} AND last.text_version = ${version}::int)
        RETURNING id`,
  );
  if (written) await emit(ConsentRecorded, { personId, purpose, granted, source });
}
