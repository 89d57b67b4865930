import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { Client } from "pg";
import * as authSchema from "#kernel/auth/schema.ts";
import { clientOptions } from "#kernel/db/database.ts";
import { migrateDatabase } from "#kernel/db/migrate.ts";
import { emptyDatabase } from "#test/database.ts";

const isTable = (value: unknown): value is PgTable => is(value, PgTable);
const tables = Object.entries<unknown>(authSchema).flatMap(([name, value]): [string, PgTable][] =>
  isTable(value) ? [[name, value]] : [],
);

describe("migrations", () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let client: Client;
  before(async () => {
    database = await emptyDatabase();
    client = new Client(clientOptions(database.owner));
    await client.connect();
  });
  after(async () => {
    await client.end();
    await database.drop();
  });

  it("bring an empty database up, four starters at once", async () => {
    const starts = await Promise.allSettled(
      Array.from({ length: 4 }, () => migrateDatabase(database.owner, ["test.job"])),
    );
    assert.deepEqual(
      starts.map(({ status }) => status),
      Array(4).fill("fulfilled"),
    );
    const { rows } = await client.query("SELECT count(*)::int AS n FROM drizzle.__drizzle_migrations");
    const again = await client.query(
      "SELECT count(DISTINCT hash)::int AS n FROM drizzle.__drizzle_migrations",
    );
    assert.equal(rows[0].n, again.rows[0].n);
  });

  it("give the application no more than it needs", async () => {
    const app = new Client(clientOptions(database.app));
    await app.connect();
    try {
      for (const statement of [
        "UPDATE kernel.audit_entry SET operation = 'x'",
        "DELETE FROM kernel.event",
        "TRUNCATE kernel.setting",
        "CREATE TABLE kernel.mine (id int)",
        "ALTER TABLE kernel.setting ADD COLUMN mine int",
        "CREATE ROLE mine",
      ])
        await assert.rejects(app.query(statement), /permission denied|must be owner/, statement);
      await app.query("SELECT count(*) FROM kernel.setting");
    } finally {
      await app.end();
    }
  });

  for (const [name, table] of tables)
    it(`match the declared columns of ${name}`, async () => {
      const config = getTableConfig(table);
      const { rows } = await client.query<{ column_name: string; is_nullable: string }>(
        "SELECT column_name, is_nullable FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2",
        [config.schema ?? "public", config.name],
      );
      const stored = new Map(rows.map((row) => [row.column_name, row.is_nullable === "NO"]));
      for (const column of config.columns) {
        assert.ok(
          stored.has(column.name),
          `${config.schema}.${config.name}.${column.name} is not in the database`,
        );
        assert.equal(
          column.notNull || column.primary,
          stored.get(column.name),
          `${column.name}: null or not`,
        );
      }
    });
});
