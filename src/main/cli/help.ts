import type { CliCommand } from "#main/cli/command.ts";
import { VERSION } from "#main/version.ts";

/** `cairn help`: lists the commands it is given. */
export const createHelp = (commands: readonly CliCommand[]): CliCommand => ({
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
});
