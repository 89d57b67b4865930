import { type CliCommand, usageError, word } from "#main/cli/command.ts";
import { printVerdict, type Verdict } from "#main/cli/verdict.ts";
import { withApp } from "#main/house.ts";

/** `cairn metrics verify`: holds recurring revenue against the history it is derived from. */
export const metricsCommand: CliCommand = {
  name: "metrics",
  usage: "verify [--rebuild] [--json]",
  summary: "Checks recurring revenue against the history of subscriptions, derived anew first if asked.",
  options: { rebuild: { type: "boolean" } },
  run: async (invocation) => {
    const what = word(invocation, 0, "what to do: verify");
    if (what !== "verify") throw usageError(`It is verify, not ${what}.`);
    await withApp(invocation, async (app) => {
      if (invocation.options.rebuild) await app.call("billing.rebuild_movements", {});
      printVerdict(invocation, (await app.call("billing.verify_metrics", {})) as Verdict, "metrics.differ");
    });
  },
};
