import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readConfig } from "#kernel/config.ts";
import { createLogger } from "#kernel/log.ts";
import { printVerdict, type Verdict } from "#main/cli/verdict.ts";

const check = { key: "tax", title: "Tax adds up", ok: true, compared: 2, differences: [], faults: [] };
const wrong: Verdict = {
  ok: false,
  checks: [
    check,
    {
      ...check,
      key: "receivables",
      title: "Receivables are open invoices",
      ok: false,
      differences: [{ what: "receivables", currency: "USD", ledgerMinor: 5, recordsMinor: 7 }],
      faults: ["INV-000042"],
    },
  ],
};

function invocation(lines: string[], json = false) {
  return {
    config: readConfig({ CAIRN_SECRET: "a secret only for tests, long enough" }),
    log: createLogger("silent"),
    words: [],
    options: { json },
    print: (line: string) => lines.push(line),
    cwd: "/",
  };
}

describe("printVerdict", () => {
  it("says what is right and fails for nothing", () => {
    const lines: string[] = [];
    printVerdict(invocation(lines), { ok: true, checks: [check] }, "ledger.differs");
    assert.deepEqual(lines, ["ok   Tax adds up (2 looked at)"]);
  });

  it("names what differs, and fails", () => {
    const lines: string[] = [];
    assert.throws(() => printVerdict(invocation(lines), wrong, "ledger.differs"), {
      code: "ledger.differs",
      message: /“Receivables are open invoices”/,
    });
    assert.deepEqual(lines.slice(1), [
      "bad  Receivables are open invoices (2 looked at)",
      "       receivables USD: 5 where the records say 7, in minor units",
      "       INV-000042",
    ]);
  });

  it("prints all of it as JSON, and fails as well", () => {
    const lines: string[] = [];
    assert.throws(() => printVerdict(invocation(lines, true), wrong, "ledger.differs"));
    assert.deepEqual(JSON.parse(lines[0] ?? ""), wrong);
  });
});
