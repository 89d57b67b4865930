import { type CliCommand, usageError, word } from "#main/cli/command.ts";
import { printVerdict, type Verdict } from "#main/cli/verdict.ts";
import { withApp } from "#main/house.ts";

/** `cairn invoices audit`: looks for gaps, wrong totals, wrong taxes and wrong settlement. */
export const invoicesCommand: CliCommand = {
  name: "invoices",
  usage: "audit [--json]",
  summary: "Checks invoices for gaps in their numbers, totals, taxes and what was paid.",
  run: async (invocation) => {
    const what = word(invocation, 0, "what to do: audit");
    if (what !== "audit") throw usageError(`It is audit, not ${what}.`);
    await withApp(invocation, async (app) => {
      printVerdict(invocation, (await app.call("billing.audit_invoices", {})) as Verdict, "invoices.differ");
    });
  },
};
