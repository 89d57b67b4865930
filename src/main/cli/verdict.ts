import type { z } from "zod";
import { AppError } from "#kernel/errors.ts";
import type { Invocation } from "#main/cli/command.ts";
import type { LedgerVerdict } from "#modules/billing/contract/ledger.ts";

/** What checks of the books, the invoices and the metrics found. */
export type Verdict = z.output<typeof LedgerVerdict>;

function describe({ ok, title, compared, differences, faults }: Verdict["checks"][number]): string[] {
  return [
    `${ok ? "ok  " : "bad "} ${title} (${compared} looked at)`,
    ...differences.map(
      ({ what, currency, ledgerMinor, recordsMinor }) =>
        `       ${what} ${currency}: ${ledgerMinor} where the records say ${recordsMinor}, in minor units`,
    ),
    ...faults.map((fault) => `       ${fault}`),
  ];
}

/** Prints what checks found, as lines or as JSON, and fails by `code` when one of them found something. */
export function printVerdict({ options, print }: Invocation, verdict: Verdict, code: string): void {
  if (options.json) print(JSON.stringify(verdict));
  else for (const line of verdict.checks.flatMap(describe)) print(line);
  const bad = verdict.checks.filter(({ ok }) => !ok);
  if (bad.length === 0) return;
  throw new AppError("conflict", code, `${bad.map(({ title }) => `“${title}”`).join(", ")}: this is not so.`);
}
