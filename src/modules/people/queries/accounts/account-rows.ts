import { sql } from "#kernel/db/sql.ts";
import { ACCOUNT_COLUMNS, type Account } from "#modules/people/accounts/account.ts";
import type { Standing } from "#modules/people/contract/lists.ts";
import { isoInstant, isoInstantOrNull } from "#modules/people/queries/iso-instant.ts";

/** An account with what a list says of it. */
export interface AccountRow extends Account {
  standing: Standing;
  customerSince: string | null;
  members: number;
}

/** True of `people.account a` when something makes it a customer at an instant. */
export const isCustomerAt = (at: string) =>
  sql`EXISTS (SELECT FROM people.standing s WHERE s.account_id = a.id AND s.from_at <= ${at}
    AND (s.until_at IS NULL OR s.until_at > ${at}))`;

/** True of `people.account a` when something ever made it a customer until an instant. */
const wasCustomerAt = (at: string) =>
  sql`EXISTS (SELECT FROM people.standing s WHERE s.account_id = a.id AND s.from_at <= ${at}
    AND (s.until_at IS NULL OR s.until_at > s.from_at))`;

/** customer, former or none, of `people.account a`. */
export const standingAt = (at: string) =>
  sql`CASE WHEN ${isCustomerAt(at)} THEN 'customer' WHEN ${wasCustomerAt(at)} THEN 'former' ELSE 'none' END`;

/** Columns of `people.account a` as `AccountRow` names them. */
export const accountRowColumns = (at: string) => sql`${ACCOUNT_COLUMNS}, ${standingAt(at)} AS standing,
  (SELECT min(s.from_at) FROM people.standing s WHERE s.account_id = a.id AND s.from_at <= ${at}
     AND (s.until_at IS NULL OR s.until_at > s.from_at)) AS "customerSince",
  (SELECT count(*)::int FROM people.membership m WHERE m.account_id = a.id AND m.until_at IS NULL) AS members`;

/** Instants as every answer has them. */
export const toAccountRow = <R extends AccountRow>(row: R): R => ({
  ...row,
  createdAt: isoInstant(row.createdAt),
  updatedAt: isoInstant(row.updatedAt),
  customerSince: isoInstantOrNull(row.customerSince),
});
