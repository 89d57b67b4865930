import type { ClientBase } from "pg";
import { corrupt } from "#kernel/db/backup/errors.ts";
import type { BackupFile } from "#kernel/db/backup/format.ts";
import type { FileStore } from "#kernel/files/file-store.ts";

const CHUNK_BYTES = 48 * 1024;
const BATCH = 1000;

/** Gives every file the database names as lines of a backup; files the store lacks are noted, not fatal. */
export async function* readStoredFiles(
  client: ClientBase,
  store: FileStore,
  summary: { files: number; missingFiles: string[] },
): AsyncGenerator<string[]> {
  for await (const { sha256, bytes } of listFiles(client)) {
    if (!(await store.has(sha256))) {
      summary.missingFiles.push(sha256);
      continue;
    }
    summary.files += 1;
    yield [JSON.stringify({ file: sha256, bytes } satisfies BackupFile)];
    for await (const chunk of inChunks(await store.read(sha256)))
      yield [JSON.stringify(chunk.toString("base64"))];
  }
}

/** Writes one file of a backup into the store. Errors: `backup.corrupt` when it is not what it says. */
export async function storeFile(
  store: FileStore,
  sha256: string,
  { chunks, source }: { chunks: AsyncIterable<string>; source: string },
): Promise<void> {
  const stored = await store.write(decoded(chunks), { maxBytes: Number.MAX_SAFE_INTEGER });
  if (stored.sha256 !== sha256) throw corrupt(source, `file ${sha256} in it is damaged`);
}

async function* listFiles(client: ClientBase): AsyncGenerator<{ sha256: string; bytes: number }> {
  const found = await client.query("SELECT to_regclass('kernel.file') IS NOT NULL AS exists");
  if (!found.rows[0]?.exists) return;
  let after = "";
  for (;;) {
    const { rows } = await client.query<{ sha256: string; bytes: number }>(
      `SELECT sha256, max(bytes)::float8 AS bytes FROM kernel.file WHERE sha256 > $1
       GROUP BY sha256 ORDER BY sha256 LIMIT ${BATCH}`,
      [after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.sha256;
  }
}

async function* inChunks(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of content)
    for (let at = 0; at < piece.length; at += CHUNK_BYTES) yield piece.subarray(at, at + CHUNK_BYTES);
}

async function* decoded(chunks: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk, "base64");
}
