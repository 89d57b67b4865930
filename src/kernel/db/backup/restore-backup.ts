import type { ClientBase } from "pg";
import { advanceXid } from "#kernel/db/backup/advance-xid.ts";
import { type CatalogTable, listTables, nameOf } from "#kernel/db/backup/catalog.ts";
import { checkEmpty, checkSchema } from "#kernel/db/backup/check-target.ts";
import { reasonOf } from "#kernel/db/backup/errors.ts";
import { loadEntries } from "#kernel/db/backup/load-entries.ts";
import { loosen } from "#kernel/db/backup/loosen.ts";
import { verifyBackup } from "#kernel/db/backup/read-backup.ts";
import { withSession } from "#kernel/db/backup/session.ts";
import type { Connection } from "#kernel/db/database.ts";
import { type AppError, isAppError, refuse } from "#kernel/errors.ts";
import type { FileStore } from "#kernel/files/file-store.ts";

export interface RestoreOptions {
  /** Where uploaded files go; without it those in the backup are passed over. */
  files?: FileStore;
  /** Replace whatever the database holds. */
  force?: boolean;
}

/** What was restored. `createdAt` is the instant the backup was made, ISO 8601. */
export interface RestoreSummary {
  createdAt: string;
  rows: number;
  files: number;
}

/**
 * Puts a backup into a migrated database, in one transaction: either all of it is there, or nothing changed. The
 * file is read to its end before anything is touched. Nobody may work in the database meanwhile.
 * Errors: `backup.corrupt`, `backup.not_empty` (unless forced), `backup.other_release`, `backup.not_migrated`,
 * `backup.in_use`, `backup.failed`.
 */
export async function restoreBackup(
  owner: Connection,
  file: string,
  options: RestoreOptions = {},
): Promise<RestoreSummary> {
  const header = await verifyBackup(file);
  return withSession(owner, async (client) => {
    await checkSchema(client, header);
    const tables = await listTables(client);
    if (!options.force) await checkEmpty(client, tables);
    try {
      await advanceXid(client, BigInt(header.highestXid));
      await client.query("BEGIN");
      const loaded = await replaceAll(client, { tables, file, store: options.files });
      await client.query("COMMIT");
      await client.query("ANALYZE");
      return { createdAt: header.createdAt, ...loaded };
    } catch (cause) {
      await client.query("ROLLBACK").catch(() => {});
      throw isAppError(cause) ? cause : failed(file, cause);
    }
  });
}

async function replaceAll(
  client: ClientBase,
  target: { tables: CatalogTable[]; file: string; store: FileStore | undefined },
): Promise<{ rows: number; files: number }> {
  const tighten = await loosen(client, [...new Set(target.tables.map(({ schema }) => schema))]);
  const names = target.tables.map(({ schema, table }) => nameOf(client, schema, table));
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(", ")}`);
  const loaded = await loadEntries(client, target);
  await tighten();
  return loaded;
}

function failed(file: string, cause: unknown): AppError {
  const busy = cause instanceof Error && "code" in cause && cause.code === "55P03";
  const error = busy
    ? refuse(
        "conflict",
        "backup.in_use",
        "Somebody works in the database. Stop Cairn everywhere, then restore again.",
      )
    : refuse(
        "unavailable",
        "backup.failed",
        `${file} could not be restored: ${reasonOf(cause)}. Nothing was changed.`,
      );
  error.cause = cause;
  return error;
}
