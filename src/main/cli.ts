import { parseArgs } from "node:util";
import { readConfig } from "#kernel/config.ts";
import { isAppError } from "#kernel/errors.ts";
import { createLogger } from "#kernel/log.ts";
import { type CliCommand, usageError } from "#main/cli/command.ts";
import { commands } from "#main/cli/commands.ts";

// A reader such as `head` may close its end early; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function parse(command: CliCommand, args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    return { options: values as Record<string, string | boolean | undefined>, words: positionals };
  } catch (error) {
    throw usageError(
      `${error instanceof Error ? error.message : error} Usage: cairn ${command.name} ${command.usage}`,
    );
  }
}

async function main(args: string[]): Promise<void> {
  const [name = "help", ...rest] = args;
  const command = commands.find(
    (candidate) => candidate.name === (name === "--help" || name === "-h" ? "help" : name),
  );
  if (!command) throw usageError(`There is no command "${name}". Run: cairn help`);
  const { options, words } = parse(command, rest);
  if (options.help) return print(`cairn ${command.name} ${command.usage}\n\n${command.summary}`);
  const config = readConfig(process.env);
  // A command's own output is what people read; only the server talks through its log.
  const log = createLogger(command.name === "start" || process.env.LOG_LEVEL ? config.LOG_LEVEL : "error");
  await command.run({ config, log, words, options, print, cwd: process.cwd() });
}

function fail(error: unknown): void {
  if (isAppError(error)) {
    process.stderr.write(`${error.code}: ${error.message}\n`);
    process.exitCode = error.code === "cli.usage" ? 2 : 1;
    return;
  }
  process.stderr.write(`unexpected: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  process.exitCode = 1;
}

await main(process.argv.slice(2)).catch(fail);
