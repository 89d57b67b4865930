import { refuse } from "#kernel/errors.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListPeople, PeoplePage } from "#modules/staff/contract.ts";
import {
  PERSON_COLUMNS,
  PERSON_STATUS,
  type PersonRow,
  toPersonSummary,
} from "#modules/staff/queries/person-rows.ts";

// The database compares bytes unless told otherwise; people look for Änne near Anna.
const BY_NAME = sql`p.name COLLATE "und-x-icu"`;

const toCursor = (row: PersonRow): string =>
  Buffer.from(JSON.stringify([row.name, row.id])).toString("base64url");

function fromCursor(cursor: string): [string, string] {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof name === "string" && typeof id === "string") return [name, id];
  } catch {
    // Falls through to the same answer as a cursor of another list.
  }
  throw refuse("invalid", "staff.cursor_invalid", "This page marker is not from this list. Start again.");
}

const startsAfter = (cursor: string | undefined) => {
  if (!cursor) return sql`true`;
  const [name, id] = fromCursor(cursor);
  return sql`(${BY_NAME}, p.id::text) > (${name}, ${id})`;
};

/** The company's people by name. Errors: `staff.cursor_invalid`. */
export const listPeople = defineQuery({
  name: "staff.list_people",
  title: "List the people who work here",
  http: "GET /people",
  access: "staff:read",
  input: ListPeople,
  output: PeoplePage,
  run: async ({ db, input: { text, role, status, limit, cursor } }) => {
    const found = await rows<PersonRow>(
      db,
      sql`SELECT ${PERSON_COLUMNS} FROM auth.person p
          WHERE p.role IS NOT NULL AND ${startsAfter(cursor)}
            AND ${role ? sql`p.role = ${role}` : sql`true`}
            AND ${status ? sql`${PERSON_STATUS} = ${status}` : sql`true`}
            AND ${text ? sql`position(lower(${text}) in lower(p.name || ' ' || p.email)) > 0` : sql`true`}
          ORDER BY ${BY_NAME}, p.id::text LIMIT ${limit + 1}`,
    );
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(toPersonSummary),
      nextCursor: found.length > limit && last ? toCursor(last) : null,
    };
  },
});
