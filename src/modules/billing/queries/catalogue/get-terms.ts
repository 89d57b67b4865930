import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetTerms, PublicTerms } from "#modules/billing/contract/terms.ts";

interface TermsRow {
  version: string;
  body: string;
  sha256: string;
  inForceAt: string;
}

/**
 * The conditions of sale in force, or an earlier version that somebody accepted. Errors: `billing.terms_unknown`; those
 * that are not in force yet are not shown.
 */
export const getTerms = defineQuery({
  name: "billing.get_terms",
  title: "Show the conditions of sale",
  http: "GET /public/terms",
  access: "public",
  input: GetTerms,
  output: PublicTerms,
  run: async ({ db, input, now }) => {
    const terms = await firstRow<TermsRow>(
      db,
      sql`SELECT version, body, sha256, to_jsonb(in_force_at) AS "inForceAt" FROM billing.terms
          WHERE in_force_at <= ${now.toString()}
            ${input.version === undefined ? sql`` : sql`AND version = ${input.version}`}
          ORDER BY in_force_at DESC, id DESC LIMIT 1`,
    );
    if (!terms) throw refuse("not_found", "billing.terms_unknown", "There are no such conditions of sale.");
    return terms;
  },
});
