import { sql } from "#kernel/db/sql.ts";

/** True of `people.account a` when its name, an address, its tax number or its other id holds the text. */
export const matchesText = (text: string) => sql`(
  position(lower(${text}) in lower(a.name || ' ' || coalesce(a.billing_email, '') || ' ' || coalesce(a.tax_id, '')
    || ' ' || coalesce(a.external_id, ''))) > 0
  OR a.id IN (SELECT m.account_id FROM people.membership m JOIN auth.person p ON p.id = m.person_id
    WHERE m.until_at IS NULL AND position(lower(${text}) in lower(p.name || ' ' || p.email)) > 0))`;
