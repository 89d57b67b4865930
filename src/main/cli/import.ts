import path from "node:path";
import { readPlanFile } from "#main/first-start.ts";
import { type CliCommand, type Invocation, textOption, word } from "#main/cli/command.ts";
import { printChanges, printReading } from "#main/cli/plan-output.ts";
import { withApp } from "#main/house.ts";
import type { ImportedPlan } from "#modules/playbook/contract/plan.ts";
import { planJson, readPlan } from "#modules/playbook/index.ts";
import { AppError } from "#kernel/errors.ts";
import type { z } from "zod";

/** Reads without a database: what `--dry-run` shows is what the file says. */
function dryRun(invocation: Invocation, file: { fileName: string; content: string }): void {
  const reading = readPlan(Buffer.from(file.content, "base64"), { fileName: file.fileName });
  if (invocation.options.json) invocation.print(JSON.stringify(planJson(reading)));
  else if (reading.ok) printReading(invocation, reading);
  if (!reading.ok) throw new AppError("invalid", reading.code, reading.message);
}

/** `cairn import FILE`: previews or imports a plan. */
export const importCommand: CliCommand = {
  name: "import",
  usage: "FILE [--start DATE] [--dry-run] [--json]",
  summary: "Imports a plan written in Markdown, or shows what it would become.",
  options: { start: { type: "string" }, "dry-run": { type: "boolean" } },
  run: async (invocation) => {
    const file = await readPlanFile(
      path.resolve(invocation.cwd, word(invocation, 0, "the Markdown file of the plan")),
    );
    if (invocation.options["dry-run"]) return dryRun(invocation, file);
    const startOn = textOption(invocation, "start");
    await withApp(invocation, async (app) => {
      const imported = (await app.call("playbook.import_plan", { ...file, startOn })) as z.output<
        typeof ImportedPlan
      >;
      if (invocation.options.json) invocation.print(JSON.stringify(imported));
      else printChanges(invocation, imported);
    });
  },
};
