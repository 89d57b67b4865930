import type { ClientBase } from "pg";
import { type CatalogTable, nameOf, readSchemaVersion } from "#kernel/db/backup/catalog.ts";
import type { BackupHeader } from "#kernel/db/backup/format.ts";
import { refuse } from "#kernel/errors.ts";

/**
 * Refuses a database whose tables are of another release than the backup's.
 * Errors: `backup.other_release`, `backup.not_migrated`.
 */
export async function checkSchema(client: ClientBase, header: BackupHeader): Promise<void> {
  const here = await readSchemaVersion(client);
  if (here.migrations.length === 0 && header.migrations.length > 0) {
    throw refuse(
      "conflict",
      "backup.not_migrated",
      "The database has no tables yet. Run bin/cairn migrate first.",
    );
  }
  const same =
    here.migrations.join() === header.migrations.join() && here.queueVersion === header.queueVersion;
  if (same) return;
  throw refuse(
    "conflict",
    "backup.other_release",
    `The backup of ${header.createdAt} was made by another release of Cairn. Restore it with that release, then start this one: it brings the tables up to date.`,
  );
}

/**
 * The transactions of the migrations. What they wrote, such as the chart of accounts, is nobody's work; a row that was
 * changed since bears another transaction.
 */
async function migratedBy(client: ClientBase): Promise<string> {
  const { rows } = await client.query(
    "SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS there",
  );
  return rows[0]?.there
    ? "WHERE xmin::text NOT IN (SELECT m.xmin::text FROM drizzle.__drizzle_migrations m)"
    : "";
}

/** Refuses a database in which somebody has worked; job tables are filled by migration alone. Errors: `backup.not_empty`. */
export async function checkEmpty(client: ClientBase, tables: CatalogTable[]): Promise<void> {
  const byPeople = await migratedBy(client);
  for (const { schema, table } of tables.filter((entry) => entry.schema !== "pgboss")) {
    const { rows } = await client.query(
      `SELECT EXISTS (SELECT FROM ${nameOf(client, schema, table)} ${byPeople}) AS filled`,
    );
    if (!rows[0]?.filled) continue;
    throw refuse(
      "conflict",
      "backup.not_empty",
      `The database already holds data (${schema}.${table}). Restore into an empty data folder, or say that everything in it may be replaced.`,
    );
  }
}
