import type { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import type { CompanySettings } from "#kernel/company.ts";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { type Account, getAccount } from "#modules/people/index.ts";
import type { AccountStatement, GetAccountStatement } from "#modules/billing/contract/documents.ts";
import {
  balanceBefore,
  currenciesOf,
  movesBetween,
  openItemsOn,
} from "#modules/billing/queries/documents/statement-rows.ts";
import { balanced, type StatementDocument } from "#modules/billing/rules/documents/statement.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";

/** More entries than this are no statement to read. */
const MAX_ENTRIES = 2000;

type Asked = z.output<typeof GetAccountStatement>;
type Statement = z.output<typeof AccountStatement>;

interface StatementHouse {
  db: Db;
  now: Temporal.Instant;
  company(): Promise<CompanySettings>;
}

function daysOf(asked: Asked, today: Temporal.PlainDate): { from: string; until: string } {
  const until = asked.until ? Temporal.PlainDate.from(asked.until) : today;
  const from = asked.from
    ? Temporal.PlainDate.from(asked.from)
    : until.subtract({ years: 1 }).add({ days: 1 });
  if (Temporal.PlainDate.compare(from, until) > 0)
    throw refuse("invalid", "billing.statement_period", "The first day must not be after the last.", {
      issues: [{ path: "from", message: "is after the last day" }],
    });
  return { from: from.toString(), until: until.toString() };
}

async function accountStatement(house: StatementHouse, account: Account, asked: Asked): Promise<Statement> {
  const { db, now } = house;
  const { zone, currency: companyCurrency } = await house.company();
  const { from, until } = daysOf(asked, localDate(now, zone));
  const currencies = await currenciesOf(db, account.accountId);
  const currency = asked.currency ?? currencies[0] ?? companyCurrency;
  const scope = { accountId: account.accountId, currency, zone };
  const openingMinor = await balanceBefore(db, scope, from);
  const found = await movesBetween(db, scope, { from, until, limit: MAX_ENTRIES + 1 });
  if (found.length > MAX_ENTRIES)
    throw refuse(
      "invalid",
      "billing.statement_too_long",
      "This is too much for one statement. Choose fewer days.",
    );
  const entries = balanced(openingMinor, found);
  return {
    accountId: account.accountId,
    accountName: account.name,
    currency,
    currencies,
    from,
    until,
    openingMinor,
    entries,
    closingMinor: entries.at(-1)?.balanceMinor ?? openingMinor,
    openItems: await openItemsOn(db, scope, until),
  };
}

/**
 * What an account owed, paid and owes at the end of a day. Errors: `people.account_unknown`, `billing.statement_period`,
 * `billing.statement_too_long`.
 */
export const getStatement = async (house: StatementHouse, asked: Asked): Promise<Statement> =>
  accountStatement(house, await getAccount(house.db, asked.accountId), asked);

/** The same as a document, with the parties as they are today. Errors: as `getStatement`. */
export async function getStatementDocument(house: StatementHouse, asked: Asked): Promise<StatementDocument> {
  const account = await getAccount(house.db, asked.accountId);
  const statement = await accountStatement(house, account, asked);
  return {
    ...statement,
    seller: await readSeller(house.db),
    customer: {
      name: account.name,
      organisation: null,
      email: account.email ?? "",
      line1: account.line1 ?? "",
      line2: account.line2,
      postcode: account.postcode,
      city: account.city ?? "",
      region: account.region,
      country: account.country ?? "",
      taxId: account.taxId,
    },
    locale: account.locale,
  };
}
