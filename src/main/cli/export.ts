import { type CliCommand, textOption, usageError } from "#main/cli/command.ts";
import { withApp } from "#main/house.ts";

/** `cairn export`: the plan in force as Markdown or JSON, on standard output. */
export const exportCommand: CliCommand = {
  name: "export",
  usage: "[--format md|json]",
  summary: "Writes the plan to standard output.",
  options: { format: { type: "string" } },
  run: async (invocation) => {
    const format = textOption(invocation, "format") ?? "md";
    if (format !== "md" && format !== "json") throw usageError(`The format is md or json, not ${format}.`);
    await withApp(invocation, async (app) => {
      const { text } = (await app.call("playbook.export_plan", { format })) as { text: string };
      invocation.print(text.trimEnd());
    });
  },
};
