/** `commands/add-entry.ts`: one write in one transaction. */
export const addEntry = (name: string): string => `import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AddEntry, AddedEntry } from "#modules/${name}/contract.ts";
import { EntryAdded } from "#modules/${name}/events.ts";
import { canAddEntry } from "#modules/${name}/policy.ts";

/** Adds an entry; of several with one title at once, one wins. Errors: \`${name}.title_taken\`. */
export const addEntry = defineCommand({
  name: "${name}.add_entry",
  title: "Add an entry",
  http: "POST /${name}/entries",
  access: "${name}:edit",
  input: AddEntry,
  output: AddedEntry,
  allow: canAddEntry,
  run: async ({ tx, input, now, emit }) => {
    const row = await firstRow<{ id: string }>(
      tx,
      sql\`INSERT INTO ${name}.entry (id, title, created_at) VALUES (\${newId()}, \${input.title}, \${now.toString()})
          ON CONFLICT (title) DO NOTHING RETURNING id\`,
    );
    if (!row) throw refuse("conflict", "${name}.title_taken", "There is an entry with this title already.");
    await emit(EntryAdded, { entryId: row.id });
    return { entryId: row.id };
  },
});
`;

/** `queries/list-entries.ts`: one read, a page at a time. */
export const listEntries = (name: string): string => `import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { EntryPage, ListEntries } from "#modules/${name}/contract.ts";

/** Lists entries, newest first; ids are ordered in time. */
export const listEntries = defineQuery({
  name: "${name}.list_entries",
  title: "List entries",
  http: "GET /${name}/entries",
  access: "${name}:read",
  input: ListEntries,
  output: EntryPage,
  run: async ({ db, input: { limit, cursor } }) => {
    const found = await rows<{ entryId: string; title: string; createdAt: string }>(
      db,
      sql\`SELECT id AS "entryId", title, created_at AS "createdAt" FROM ${name}.entry
          WHERE \${cursor ?? null}::uuid IS NULL OR id < \${cursor ?? null}::uuid
          ORDER BY id DESC LIMIT \${limit + 1}\`,
    );
    // PostgreSQL writes instants its own way; callers get ISO 8601.
    const entries = found
      .slice(0, limit)
      .map((entry) => ({ ...entry, createdAt: Temporal.Instant.from(entry.createdAt).toString() }));
    return { entries, nextCursor: found.length > limit ? (entries.at(-1)?.entryId ?? null) : null };
  },
});
`;

/** `queries/count-entries.ts`: something other modules may ask. */
export const countEntries = (name: string): string => `import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** How many entries there are. */
export async function countEntries(db: Db): Promise<number> {
  const row = await firstRow<{ n: number }>(db, sql\`SELECT count(*)::int AS n FROM ${name}.entry\`);
  return row?.n ?? 0;
}
`;

/** The migration: the module's own schema. Rights are granted to the application's role by the migrator. */
export const migrationSql = (name: string): string => `SET LOCAL lock_timeout = '5s';

CREATE SCHEMA ${name};

CREATE TABLE ${name}.entry (
  id uuid PRIMARY KEY,
  title text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL
);
`;

/** The module's first tests: the work, the refusals, the race. */
export const test = (name: string): string => `import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import { countEntries } from "#modules/${name}/index.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("${name}", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  it("adds entries and lists them newest first, page by page", async () => {
    for (const title of ["First", "Second", "Third"]) await house.call("${name}.add_entry", { title }, "editor");
    const page = await house.call("${name}.list_entries", { limit: 2 }, "viewer");
    assert.deepEqual(
      page.entries.map(({ title }) => title),
      ["Third", "Second"],
    );
    const rest = await house.call("${name}.list_entries", { limit: 2, cursor: page.nextCursor ?? undefined });
    assert.deepEqual(
      [rest.entries[0]?.title, rest.entries[0]?.createdAt, rest.nextCursor],
      ["First", house.clock.now().toString(), null],
    );
  });

  it("lets one of ten with the same title win", async () => {
    const earlier = await countEntries(house.app.database.db);
    const calls = Array.from({ length: 10 }, () => house.call("${name}.add_entry", { title: "Same" }, "editor"));
    const outcomes = await Promise.allSettled(calls);
    assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal(await countEntries(house.app.database.db), earlier + 1);
  });

  it("refuses who may not", async () => {
    await assert.rejects(house.call("${name}.add_entry", { title: "Mine" }, "viewer"), { kind: "forbidden" });
    const agent = {
      kind: "token" as const,
      tokenId: newId(),
      personId: newId(),
      role: "editor" as const,
      scopes: ["*"],
      agent: true,
    };
    await assert.rejects(house.call("${name}.add_entry", { title: "Mine" }, agent), { kind: "forbidden" });
  });
});
`;
