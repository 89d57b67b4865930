import type { ParseArgsOptionsConfig } from "node:util";
import type { Config } from "#kernel/config.ts";
import { AppError } from "#kernel/errors.ts";
import type { Logger } from "#kernel/log.ts";

/** What a command of the command line is given. */
export interface Invocation {
  config: Config;
  log: Logger;
  /** Words after the command's name that are no options. */
  words: string[];
  options: Record<string, string | boolean | undefined>;
  /** Writes one line to standard output. */
  print(line: string): void;
  /** The folder the person stands in; relative paths are taken from it. */
  cwd: string;
}

/** One command of `bin/cairn`. Exit code 0 unless it throws; AppError exits 1, `usage` errors 2. */
export interface CliCommand {
  name: string;
  /** What follows the name, as help shows it. */
  usage: string;
  summary: string;
  options?: ParseArgsOptionsConfig;
  run(invocation: Invocation): Promise<void>;
}

/** Wrong words on the command line; exits 2. */
export const usageError = (message: string): AppError => new AppError("invalid", "cli.usage", message);

/** Text of a flag that takes a value. */
export function textOption(invocation: Invocation, name: string): string | undefined {
  const value = invocation.options[name];
  return typeof value === "string" ? value : undefined;
}

/** The n-th word, or a usage error that names what is missing. */
export function word(invocation: Invocation, index: number, what: string): string {
  const value = invocation.words[index];
  if (value === undefined) throw usageError(`Name ${what}.`);
  return value;
}
