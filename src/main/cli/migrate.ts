import { migrateDatabase } from "#kernel/db/migrate.ts";
import type { CliCommand } from "#main/cli/command.ts";
import { queueNames, reachDatabase } from "#main/house.ts";

/** `cairn migrate`: brings the database up to this version and stops. */
export const migrate: CliCommand = {
  name: "migrate",
  usage: "",
  summary: "Brings the database up to this version. Safe to run from several places at once.",
  run: async ({ config, log, print }) => {
    const database = await reachDatabase(config, log);
    try {
      await migrateDatabase(database.connections.owner, queueNames());
      print("The database is up to date.");
    } finally {
      await database.close();
    }
  },
};
