import type { CliCommand } from "#main/cli/command.ts";
import { commands } from "#main/cli/commands.ts";
import { VERSION } from "#main/version.ts";

/** `cairn help`: all commands. */
export const help: CliCommand = {
  name: "help",
  usage: "",
  summary: "Shows this list.",
  run: async ({ print }) => {
    print(`Cairn ${VERSION}\n`);
    for (const { name, usage, summary } of commands)
      print(`  cairn ${`${name} ${usage}`.trim()}\n      ${summary}`);
    print(
      "\nErrors go to standard error as CODE: MESSAGE; exit code 1, or 2 when the command line is wrong.",
    );
  },
};
