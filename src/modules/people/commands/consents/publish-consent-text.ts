import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ConsentText, NewConsentText } from "#modules/people/contract/consents.ts";

/** Puts a new text of a purpose into force; what was said to the earlier one stands, marked as such. */
export const publishConsentText = defineCommand({
  name: "people.publish_consent_text",
  title: "Publish a text customers are asked to agree to",
  http: "POST /customers/consent-texts",
  access: "people:edit",
  confirm: true,
  input: NewConsentText,
  output: ConsentText,
  run: async ({ tx, now, input }) => {
    const { purpose, title, body } = input;
    const sha256 = sha256Hex(body);
    await tx.execute(
      sql`SELECT pg_advisory_xact_lock(hashtextextended('people.consent_text:' || ${purpose}, 0))`,
    );
    const row = await firstRow<{ version: number }>(
      tx,
      sql`INSERT INTO people.consent_text (id, purpose, version, title, body, sha256, in_force_at)
          SELECT ${newId()}, ${purpose}, coalesce(max(version), 0) + 1, ${title}, ${body}, ${sha256},
                 ${now.toString()}::timestamptz
          FROM people.consent_text WHERE purpose = ${purpose} RETURNING version`,
    );
    return { purpose, version: row?.version ?? 1, title, body, sha256, inForceAt: now.toString() };
  },
});
