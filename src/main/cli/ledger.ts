import { type CliCommand, type Invocation, textOption, usageError, word } from "#main/cli/command.ts";
import { printVerdict, type Verdict } from "#main/cli/verdict.ts";
import { withApp } from "#main/house.ts";

const verify = (invocation: Invocation) =>
  withApp(invocation, async (app) => {
    printVerdict(invocation, (await app.call("billing.verify_ledger", {})) as Verdict, "ledger.differs");
  });

/** Writes piece after piece, so that the size of the books does not matter. */
const write = (invocation: Invocation) =>
  withApp(invocation, async (app) => {
    const format = textOption(invocation, "format") ?? "csv";
    if (format !== "csv" && format !== "ledger")
      throw usageError(`The format is csv or ledger, not ${format}.`);
    const range = { fromOn: textOption(invocation, "from"), untilOn: textOption(invocation, "until") };
    let cursor: string | null | undefined;
    do {
      const piece = (await app.call("billing.export_journal", { format, ...range, cursor })) as {
        text: string;
        nextCursor: string | null;
      };
      // Each piece ends its line, and so does print.
      if (piece.text) invocation.print(piece.text.slice(0, -1));
      cursor = piece.nextCursor;
    } while (cursor);
  });

/** `cairn ledger`: checks the books, or writes them out. */
export const ledgerCommand: CliCommand = {
  name: "ledger",
  usage: "verify [--json] | export [--format csv|ledger] [--from DAY] [--until DAY]",
  summary: "Checks the books against invoices, payments and schedules, or writes them to standard output.",
  options: { format: { type: "string" }, from: { type: "string" }, until: { type: "string" } },
  run: async (invocation) => {
    const what = word(invocation, 0, "what to do: verify or export");
    if (what !== "verify" && what !== "export") throw usageError(`It is verify or export, not ${what}.`);
    await (what === "verify" ? verify(invocation) : write(invocation));
  },
};
