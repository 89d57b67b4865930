import { sql } from "#kernel/db/sql.ts";

/** Flags that say a sale may be taxed wrongly, and those that say its evidence is thin. */
const GROUPS = {
  contradictions:
    "location_contradicts tax_id_unconfirmed tax_id_invalid tax_id_elsewhere rate_missing region_missing oss_missing",
  thin: "location_thin",
} as const;

/** SQL: the invoice `i` carries a flag of the group. Errors of the seller's own set-up are told there, not here. */
export const needsReview = (group: keyof typeof GROUPS) => sql`
  i.kind = 'invoice' AND i.issued_on IS NOT NULL AND coalesce(i.tax_evidence -> 'flags', '[]') <> '[]'
  AND (i.tax_evidence -> 'flags') ?| string_to_array(${GROUPS[group]}, ' ')`;
