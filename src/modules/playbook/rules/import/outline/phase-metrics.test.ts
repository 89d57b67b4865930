import assert from "node:assert/strict";
import { test } from "node:test";
import { type ImportedPlan, readPlan } from "../index.ts";

function read(...lines: string[]): ImportedPlan {
  const plan = readPlan(new TextEncoder().encode(lines.join("\n")));
  assert.ok(plan.ok);
  return plan;
}

const STEPS = [
  "# P",
  "## Phase 1: Open (Months 1-3)",
  "### Work",
  "Deliverables:",
  "- a",
  "",
  "## Phase 2: Grow (Months 4-6)",
  "### More",
  "Deliverables:",
  "- b",
  "",
];
const TABLE = ["| Metric | Target |", "| --- | --- |", "| Customers | 100-500 |", "| Fame | Known |", ""];
const LIST = ["- Customers: 200", "- Team: 5+ employees", ""];

const kpis = ({ nodes }: ImportedPlan) =>
  nodes.filter(({ kind }) => kind === "kpi").map(({ parent, text }) => [parent, text]);

for (const head of [
  "Phase metrics",
  "Metrics",
  "KPIs by phase",
  "Metrics by phase",
  "Phase metrics and KPIs",
  "Success metrics",
  "Targets per phase",
  "Success criteria",
  "Métricas por fase",
]) {
  test(`“${head}” over phases gives each phase its KPIs`, () => {
    for (const [one, two] of [
      ["Phase 1 metrics (Months 1-3)", "Phase 2 metrics (Months 4-6)"],
      ["Phase 1", "Phase 2"],
      ["Open", "Grow"],
    ]) {
      const plan = read(...STEPS, `## ${head}`, `### ${one}`, "", ...TABLE, `### ${two}`, "", ...LIST);
      assert.deepEqual(kpis(plan), [
        ["phase:1", "Customers: 100-500"],
        ["phase:1", "Fame: Known"],
        ["phase:2", "Customers: 200"],
        ["phase:2", "Team: 5+ employees"],
      ]);
      assert.equal(plan.counts.phases, 2);
      assert.equal(plan.counts.workPackages, 2);
      assert.deepEqual(
        plan.targets.map(({ due }) => due),
        [{ endOfMonth: 3 }, { endOfMonth: 6 }, { endOfMonth: 6 }],
      );
    }
  });
}

test("columns headed by phases, with what stands beside them, and a unit of its own", () => {
  const plan = read(
    ...STEPS,
    "## KPIs",
    "",
    "| KPI | Unit | Baseline | Phase 1 target | Phase 2 target | Owner | Mood |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    "| Reach | visitors | 10 | 200 | 900 | Ana | good |",
  );
  assert.deepEqual(kpis(plan), [
    ["phase:1", "Reach: 200 visitors"],
    ["phase:2", "Reach: 900 visitors"],
  ]);
  const [first] = plan.nodes.filter(({ kind }) => kind === "kpi");
  assert.deepEqual([first?.owner, first?.baseline], ["Ana", "10"]);
  assert.deepEqual(plan.skipped, [{ lines: [14, 14], why: "the column “Mood” of this table is not kept" }]);
});

test("a KPI may have a heading or an entry of its own", () => {
  const plan = read(
    ...STEPS,
    "## KPIs",
    "### Customers",
    "- Baseline: 10",
    "- Target: 500",
    "- Owner: Ana",
    "### Others",
    "- Visits",
    "  - Target: 900 monthly",
    "  - Read from: site.visits",
  );
  assert.deepEqual(
    plan.nodes
      .filter(({ kind }) => kind === "kpi")
      .map(({ text, owner, baseline, readFrom }) => [text, owner, baseline, readFrom]),
    [
      ["Customers: 500", "Ana", "10", undefined],
      ["Visits: 900 monthly", undefined, undefined, "site.visits"],
    ],
  );
  assert.deepEqual(
    plan.targets.map(({ metric }) => metric),
    ["people.customers_active", "site.visits"],
  );
});
