import type { ClientBase } from "pg";
import { type CatalogTable, nameOf } from "#kernel/db/backup/catalog.ts";
import { corrupt } from "#kernel/db/backup/errors.ts";
import { storeFile } from "#kernel/db/backup/files.ts";
import type { BackupEntry, BackupSequence } from "#kernel/db/backup/format.ts";
import { type Loader, openLoader } from "#kernel/db/backup/load-table.ts";
import { readBackup } from "#kernel/db/backup/read-backup.ts";
import type { FileStore } from "#kernel/files/file-store.ts";

interface Target {
  tables: CatalogTable[];
  file: string;
  store: FileStore | undefined;
}

/** Loads every entry of a backup into emptied tables: rows, then sequences, then files. */
export async function loadEntries(
  client: ClientBase,
  target: Target,
): Promise<{ rows: number; files: number }> {
  const counts = { rows: 0, files: 0 };
  const entries = new EntryReader(target.file);
  let loader: Loader | undefined;
  try {
    for (let entry = await entries.next(); entry !== undefined; entry = await entries.next()) {
      if (Array.isArray(entry)) {
        if (!loader) throw corrupt(target.file, "it holds rows of no table");
        await loader.add(entry);
        counts.rows += 1;
        continue;
      }
      await loader?.flush();
      loader = undefined;
      if (typeof entry === "string") throw corrupt(target.file, "it holds bytes of no file");
      if ("table" in entry)
        loader = openLoader(client, entry, { tables: target.tables, source: target.file });
      if ("sequence" in entry) await setSequence(client, entry);
      if ("file" in entry) counts.files += await restoreFile(entry.file, entries, target);
    }
  } finally {
    await entries.close();
  }
  return counts;
}

async function setSequence(
  client: ClientBase,
  { schema, sequence, last, called }: BackupSequence,
): Promise<void> {
  await client.query("SELECT setval($1::regclass, $2, $3)", [nameOf(client, schema, sequence), last, called]);
}

async function restoreFile(sha256: string, entries: EntryReader, { store, file }: Target): Promise<number> {
  if (store) {
    await storeFile(store, sha256, { chunks: entries.chunks(), source: file });
    return 1;
  }
  for await (const _ of entries.chunks());
  return 0;
}

/** Entries one by one; the bytes that follow a file can be taken as a stream of their own. */
class EntryReader {
  readonly #source: AsyncGenerator<BackupEntry>;
  #held: BackupEntry | undefined;

  constructor(file: string) {
    this.#source = readBackup(file);
  }

  async next(): Promise<BackupEntry | undefined> {
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) return held;
    const step = await this.#source.next();
    return step.done ? undefined : step.value;
  }

  async *chunks(): AsyncGenerator<string> {
    for (let entry = await this.next(); entry !== undefined; entry = await this.next()) {
      if (typeof entry !== "string") {
        this.#held = entry;
        return;
      }
      yield entry;
    }
  }

  close(): Promise<unknown> {
    return this.#source.return(undefined);
  }
}
