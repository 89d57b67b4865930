import { readFile } from "node:fs/promises";
import { type CliCommand, textOption, usageError, word } from "#main/cli/command.ts";
import { withApp } from "#main/house.ts";

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw usageError("--input must be JSON. Write @FILE to read it from a file.");
  }
}

/** `cairn call OPERATION`: runs any operation as the house itself and prints its output as JSON. */
export const call: CliCommand = {
  name: "call",
  usage: "OPERATION [--input JSON|@FILE]",
  summary: "Runs an operation by name and prints its output as JSON.",
  options: { input: { type: "string" }, key: { type: "string" } },
  run: async (invocation) => {
    const operation = word(invocation, 0, "the operation, such as playbook.get_status");
    const given = textOption(invocation, "input") ?? "{}";
    const input = parseInput(given.startsWith("@") ? await readFile(given.slice(1), "utf8") : given);
    await withApp(invocation, async (app) => {
      const output = await app.call(operation, input, { idempotencyKey: textOption(invocation, "key") });
      invocation.print(JSON.stringify(output ?? null));
    });
  },
};
