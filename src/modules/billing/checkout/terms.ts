import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

export interface TermsInForce {
  version: string;
  sha256: string;
  body: string;
}

/** The conditions of sale in force. Errors: `billing.terms_missing` while the company has published none. */
export async function termsInForce(db: Db, now: Temporal.Instant): Promise<TermsInForce> {
  const row = await firstRow<TermsInForce>(
    db,
    sql`SELECT version, sha256, body FROM billing.terms WHERE in_force_at <= ${now.toString()}
        ORDER BY in_force_at DESC, id DESC LIMIT 1`,
  );
  if (!row)
    throw refuse(
      "unavailable",
      "billing.terms_missing",
      "Nothing can be ordered yet: the conditions of sale are not published.",
    );
  return row;
}
