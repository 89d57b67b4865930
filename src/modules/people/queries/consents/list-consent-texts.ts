import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ConsentText } from "#modules/people/contract/consents.ts";
import { isoInstant } from "#modules/people/queries/iso-instant.ts";

/** Every text customers were ever asked to agree to, the one in force first. */
export const listConsentTexts = defineQuery({
  name: "people.list_consent_texts",
  title: "List texts customers are asked to agree to",
  http: "GET /customers/consent-texts",
  access: "people:read",
  input: z.object({}),
  output: z.object({ items: z.array(ConsentText) }),
  run: async ({ db }) => {
    const found = await rows<z.output<typeof ConsentText>>(
      db,
      sql`SELECT purpose, version, title, body, sha256, in_force_at AS "inForceAt"
          FROM people.consent_text ORDER BY purpose, version DESC LIMIT 1000`,
    );
    return { items: found.map((text) => ({ ...text, inForceAt: isoInstant(text.inForceAt) })) };
  },
});
