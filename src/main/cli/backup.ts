import path from "node:path";
import { restoreBackup, writeBackup } from "#kernel/db/backup/index.ts";
import { dataFolder } from "#kernel/config.ts";
import { migrateDatabase } from "#kernel/db/migrate.ts";
import { openFileStore } from "#kernel/files/open.ts";
import { ROOT } from "#main/app.ts";
import { type CliCommand, type Invocation, word } from "#main/cli/command.ts";
import { type OpenedDatabase, queueNames, reachDatabase } from "#main/house.ts";

/** Reaches a migrated database without working in it. */
async function withDatabase<T>(
  { config, log }: Invocation,
  work: (database: OpenedDatabase) => Promise<T>,
): Promise<T> {
  const database = await reachDatabase(config, log);
  try {
    await migrateDatabase(database.connections.owner, queueNames());
    return await work(database);
  } finally {
    await database.close();
  }
}

const filesOf = ({ config }: Invocation) => openFileStore(config, dataFolder(config, ROOT));

/** `cairn backup FILE`: everything in one file, while work goes on. */
export const backup: CliCommand = {
  name: "backup",
  usage: "FILE [--json]",
  summary: "Writes database and files into one file. Work may go on meanwhile.",
  run: async (invocation) => {
    const file = path.resolve(invocation.cwd, word(invocation, 0, "the file to write"));
    const summary = await withDatabase(invocation, ({ connections }) =>
      writeBackup(connections.owner, file, { now: Temporal.Now.instant(), files: filesOf(invocation) }),
    );
    if (invocation.options.json) return invocation.print(JSON.stringify({ file, ...summary }));
    invocation.print(`${file}: ${summary.rows} rows, ${summary.files} files, ${summary.bytes} bytes.`);
    for (const sha256 of summary.missingFiles)
      invocation.print(`missing: the file ${sha256} is named but not stored`);
  },
};

/** `cairn restore FILE`: puts a backup into an empty installation. */
export const restore: CliCommand = {
  name: "restore",
  usage: "FILE [--force] [--json]",
  summary: "Puts a backup into an empty installation; --force replaces what is there. Stop Cairn first.",
  options: { force: { type: "boolean" } },
  run: async (invocation) => {
    const file = path.resolve(invocation.cwd, word(invocation, 0, "the backup to restore"));
    const summary = await withDatabase(invocation, ({ connections }) =>
      restoreBackup(connections.owner, file, {
        files: filesOf(invocation),
        force: invocation.options.force === true,
      }),
    );
    if (invocation.options.json) return invocation.print(JSON.stringify(summary));
    invocation.print(`Restored ${summary.rows} rows and ${summary.files} files of ${summary.createdAt}.`);
  },
};
