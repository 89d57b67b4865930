import type { z } from "zod";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { AccountPage, ListAccounts } from "#modules/people/contract/lists.ts";
import {
  accountRowColumns,
  type AccountRow,
  standingAt,
  toAccountRow,
} from "#modules/people/queries/accounts/account-rows.ts";
import { matchesText } from "#modules/people/queries/accounts/matches-text.ts";

type Asked = z.output<typeof ListAccounts>;

const COUNTED = 10_000;

// The database compares bytes unless told otherwise; people look for Änne near Anna.
const SORT_KEYS = {
  name: sql`(a.name COLLATE "und-x-icu")`,
  createdAt: sql`a.created_at`,
};

const toCursor = (value: string, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString("base64url");

const cursorInvalid = () =>
  refuse("invalid", "people.cursor_invalid", "This page marker is not from this list. Start again.");

function fromCursor(cursor: string, isInstant: boolean): [string, string] {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof value !== "string" || typeof id !== "string") throw cursorInvalid();
    if (/[\0\ud800-\udfff]/u.test(value + id)) throw cursorInvalid();
    return [isInstant ? Temporal.Instant.from(value).toString() : value, id];
  } catch {
    throw cursorInvalid();
  }
}

function ordered({ sort, cursor }: Asked) {
  const isDown = sort.startsWith("-");
  const field = sort.replace("-", "") as keyof typeof SORT_KEYS;
  const key = SORT_KEYS[field];
  const direction = isDown ? sql`DESC` : sql`ASC`;
  const order = sql`${key} ${direction}, a.id::text ${direction}`;
  if (!cursor) return { field, order, after: sql`true` };
  const [value, id] = fromCursor(cursor, field === "createdAt");
  const type = field === "createdAt" ? sql`timestamptz` : sql`text`;
  const sign = isDown ? sql`<` : sql`>`;
  return { field, order, after: sql`(${key}, a.id::text) ${sign} (${value}::${type}, ${id})` };
}

function matching({ text, kind, country, standing }: Asked, at: string) {
  return sql`a.merged_into_id IS NULL
    AND ${kind ? sql`a.kind = ${kind}` : sql`true`}
    AND ${country ? sql`a.country = ${country}` : sql`true`}
    AND ${standing ? sql`${standingAt(at)} = ${standing}` : sql`true`}
    AND ${text ? matchesText(text) : sql`true`}`;
}

/** Customers, newest first unless asked otherwise. Errors: `people.cursor_invalid`. */
export const listAccounts = defineQuery({
  name: "people.list_accounts",
  title: "List customers",
  http: "GET /customers",
  access: "people:read",
  input: ListAccounts,
  output: AccountPage,
  run: async ({ db, now, input }) => {
    const at = now.toString();
    const { field, order, after } = ordered(input);
    const found = await rows<AccountRow>(
      db,
      sql`SELECT ${accountRowColumns(at)} FROM people.account a
          WHERE ${matching(input, at)} AND ${after} ORDER BY ${order} LIMIT ${input.limit + 1}`,
    );
    const counted = await firstRow<{ n: number }>(
      db,
      sql`SELECT count(*)::int AS n FROM
            (SELECT FROM people.account a WHERE ${matching(input, at)} LIMIT ${COUNTED}) AS matching`,
    );
    const page = found.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map(toAccountRow),
      nextCursor: found.length > input.limit && last ? toCursor(last[field], last.accountId) : null,
      total: counted?.n ?? 0,
    };
  },
});
