import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { ClientBase } from "pg";
import { listSequences, listTables, nameOf, readSchemaVersion } from "#kernel/db/backup/catalog.ts";
import { reasonOf } from "#kernel/db/backup/errors.ts";
import { readStoredFiles } from "#kernel/db/backup/files.ts";
import { type BackupHeader, type BackupSequence, FORMAT_VERSION } from "#kernel/db/backup/format.ts";
import { readTable } from "#kernel/db/backup/read-table.ts";
import { withSession } from "#kernel/db/backup/session.ts";
import type { Connection } from "#kernel/db/database.ts";
import { isAppError, refuse } from "#kernel/errors.ts";
import type { FileStore } from "#kernel/files/file-store.ts";

export interface BackupOptions {
  /** When the backup says it was made. */
  now: Temporal.Instant;
  /** Where uploaded files are; without it the backup holds none. */
  files?: FileStore;
}

/** What a backup holds. */
export interface BackupSummary {
  rows: number;
  files: number;
  /** SHA-256 of files the database names but the store does not have. */
  missingFiles: string[];
  /** Size of the backup itself. */
  bytes: number;
}

/**
 * Writes everything a new installation needs into one file, while work goes on: all tables as of one instant,
 * sequences, uploaded files. Streams, so memory does not grow with the data. The file appears (mode 0600,
 * replacing an older one) only when it is complete and on disk.
 * Errors: `backup.failed` with the reason.
 */
export async function writeBackup(
  owner: Connection,
  file: string,
  options: BackupOptions,
): Promise<BackupSummary> {
  const partial = `${file}.partial`;
  const summary: BackupSummary = { rows: 0, files: 0, missingFiles: [], bytes: 0 };
  try {
    await withSession(owner, async (client) => {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      const output = createWriteStream(partial, { mode: 0o600, flush: true });
      await pipeline(seal(content(client, options, summary), summary), createGzip(), output);
    });
    await rename(partial, file);
    summary.bytes = (await stat(file)).size;
    return summary;
  } catch (cause) {
    await rm(partial, { force: true });
    if (isAppError(cause)) throw cause;
    const error = refuse(
      "unavailable",
      "backup.failed",
      `The backup could not be written to ${file}: ${reasonOf(cause)}`,
    );
    error.cause = cause;
    throw error;
  }
}

async function* content(
  client: ClientBase,
  options: BackupOptions,
  summary: BackupSummary,
): AsyncGenerator<string[]> {
  const tables = await listTables(client);
  yield [JSON.stringify(await headerOf(client, options.now))];
  for (const table of tables) {
    const columns = table.columns.map(({ name }) => name);
    yield [JSON.stringify({ schema: table.schema, table: table.table, columns })];
    for await (const lines of readTable(client, table)) {
      summary.rows += lines.length;
      yield lines;
    }
  }
  for (const { schema, sequence } of await listSequences(client)) {
    const { rows } = await client.query<Pick<BackupSequence, "last" | "called">>(
      `SELECT last_value::text AS last, is_called AS called FROM ${nameOf(client, schema, sequence)}`,
    );
    yield [JSON.stringify({ schema, sequence, ...rows[0] })];
  }
  if (options.files) yield* readStoredFiles(client, options.files, summary);
}

async function headerOf(client: ClientBase, now: Temporal.Instant): Promise<BackupHeader> {
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  return {
    cairn: "backup",
    version: FORMAT_VERSION,
    createdAt: now.toString(),
    server: rows[0]?.server_version ?? "",
    ...(await readSchemaVersion(client)),
    highestXid: await highestXid(client),
  };
}

/** Rows remember the transaction that wrote them; a reader waits until that number lies in the past. */
async function highestXid(client: ClientBase): Promise<string> {
  let highest = 0n;
  for (const { schema, table, columns } of await listTables(client)) {
    for (const { name } of columns.filter(({ type }) => type === "xid8")) {
      const { rows } = await client.query<{ xid: string | null }>(
        `SELECT max(${client.escapeIdentifier(name)})::text AS xid FROM ${nameOf(client, schema, table)}`,
      );
      const found = BigInt(rows[0]?.xid ?? 0);
      if (found > highest) highest = found;
    }
  }
  return String(highest);
}

/** Turns batches of lines into bytes and closes them with their checksum. */
async function* seal(batches: AsyncIterable<string[]>, summary: BackupSummary): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const lines of batches) {
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    hash.update(bytes);
    yield bytes;
  }
  const { rows, files } = summary;
  yield Buffer.from(`${JSON.stringify({ end: { rows, files, sha256: hash.digest("hex") } })}\n`);
}
