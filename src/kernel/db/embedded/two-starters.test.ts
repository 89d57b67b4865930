import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "#test/ask.ts";
import { startElsewhere } from "#test/embedded-process.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

test("of starters at once on an empty folder one gets the database, the others hear which process has it", async (t) => {
  const dataDir = temporaryFolder();
  const starters = await Promise.all([1, 2, 3].map(() => startElsewhere(t, dataDir)));
  const [winner, ...more] = starters.filter(({ report }) => !report.error);
  assert.ok(winner);
  assert.equal(more.length, 0);
  for (const { report } of starters.filter(({ report: { error } }) => error)) {
    assert.equal(report.error?.code, "database.in_use");
    assert.match(report.error?.message ?? "", new RegExp(`process ${winner.child.pid}, running since`));
  }
  assert.equal(await ask(winner.report, "select 'unharmed'"), "unharmed");
});

test("when the one that has it is killed among starters, one of them gets it", async (t) => {
  const dataDir = temporaryFolder();
  const first = await startElsewhere(t, dataDir);
  await first.kill();
  const starters = await Promise.all([1, 2, 3].map(() => startElsewhere(t, dataDir)));
  const winners = starters.filter(({ report }) => !report.error);
  assert.equal(winners.length, 1);
  assert.equal(await ask(winners[0]!.report, "select 'unharmed'"), "unharmed");
});
