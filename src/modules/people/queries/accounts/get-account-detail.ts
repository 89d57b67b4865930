import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { accountUnknown } from "#modules/people/accounts/account.ts";
import { AccountDetail, OneAccount } from "#modules/people/contract/lists.ts";
import {
  accountRowColumns,
  type AccountRow,
  toAccountRow,
} from "#modules/people/queries/accounts/account-rows.ts";
import { isoInstant, isoInstantOrNull } from "#modules/people/queries/iso-instant.ts";

interface DetailRow extends AccountRow {
  seatLimit: number | null;
  mergedIntoName: string | null;
}

interface StandingRow {
  sourceKind: string;
  sourceId: string;
  fromAt: string;
  untilAt: string | null;
}

/** A customer as its page shows it; also one that was merged into another. Errors: `people.account_unknown`. */
export const getAccountDetail = defineQuery({
  name: "people.get_account",
  title: "Read one customer",
  http: "GET /customers/:accountId",
  access: "people:read",
  input: OneAccount,
  output: AccountDetail,
  run: async ({ db, now, input: { accountId } }) => {
    const row = await firstRow<DetailRow>(
      db,
      sql`SELECT ${accountRowColumns(now.toString())}, a.seat_limit AS "seatLimit",
                 (SELECT name FROM people.account k WHERE k.id = a.merged_into_id) AS "mergedIntoName"
          FROM people.account a WHERE a.id = ${accountId}`,
    );
    if (!row) throw accountUnknown();
    const standings = await rows<StandingRow>(
      db,
      sql`SELECT source_kind AS "sourceKind", source_id AS "sourceId", from_at AS "fromAt", until_at AS "untilAt"
          FROM people.standing WHERE account_id = ${accountId} ORDER BY from_at DESC, id LIMIT 200`,
    );
    const { mergedIntoId, mergedIntoName, ...account } = toAccountRow(row);
    return {
      ...account,
      mergedInto: mergedIntoId === null ? null : { accountId: mergedIntoId, name: mergedIntoName ?? "" },
      standings: standings.map((one) => ({
        ...one,
        fromAt: isoInstant(one.fromAt),
        untilAt: isoInstantOrNull(one.untilAt),
      })),
    };
  },
});
