import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { notBeforeNow } from "#modules/billing/catalogue/insert-price.ts";
import { PublishedTerms, PublishTerms } from "#modules/billing/contract/terms.ts";
import { TermsPublished } from "#modules/billing/events/catalogue.ts";

/**
 * Publishes conditions of sale. They are never changed afterwards: orders point to their words. Errors:
 * `billing.terms_taken` when the version or the very words were published before.
 */
export const publishTerms = defineCommand({
  name: "billing.publish_terms",
  title: "Publish conditions of sale",
  http: "POST /billing/terms",
  access: "billing:catalogue",
  confirm: true,
  input: PublishTerms,
  output: PublishedTerms,
  run: async ({ tx, input, now, emit }) => {
    const body = input.body.replaceAll("\r\n", "\n");
    const termsId = newId();
    const sha256 = sha256Hex(body);
    const inForceAt = notBeforeNow(input.inForceAt, now);
    const made = await firstRow(
      tx,
      sql`INSERT INTO billing.terms (id, version, body, sha256, in_force_at)
          VALUES (${termsId}, ${input.version}, ${body}, ${sha256}, ${inForceAt})
          ON CONFLICT DO NOTHING RETURNING id`,
    );
    if (!made)
      throw refuse(
        "conflict",
        "billing.terms_taken",
        "Conditions of this version, or of these very words, were published before.",
      );
    await emit(TermsPublished, { termsId, version: input.version, sha256, inForceAt });
    return { termsId, sha256 };
  },
});
