import assert from "node:assert/strict";
import { test } from "node:test";
import { readPlan } from "../index.ts";

function lint(...lines: string[]): [code: string, line: number][] {
  const plan = readPlan(new TextEncoder().encode(lines.join("\n")));
  assert.ok(plan.ok);
  return plan.lint.map(({ code, lines: [first] }) => [code, first]);
}

/** A plan with one phase per entry, each with the given KPIs; KPI lines follow one another. */
function phases(...kpis: string[]): string[] {
  return kpis.flatMap((kpi, index) => [
    `## Phase ${index + 1}: Stage ${index + 1} (Months ${index * 3 + 1}-${index * 3 + 3})`,
    "### Work",
    `Deliverables:\n- Thing ${index}`,
    "### KPIs",
    `- ${kpi}`,
  ]);
}

test("targets that grow are a progression, not a contradiction", () => {
  assert.deepEqual(lint(...phases("Customers: 100-500", "Customers: 1,000-5,000")), []);
  assert.deepEqual(lint(...phases("Retention: 90%+", "Retention: 95%+")), []);
  assert.deepEqual(lint(...phases("Retention: 90%+", "Retention: 90%+")), []);
  assert.deepEqual(lint(...phases("CAC: <$50", "CAC: <$40")), []);
});

test("a later target that asks for less, or for the same again, is a conflict", () => {
  assert.deepEqual(lint(...phases("Customers: 200+", "Customers: 150+")), [["target_conflict", 12]]);
  assert.deepEqual(lint(...phases("Retention: 95%+", "Retention: 90%+")), [["target_conflict", 12]]);
  assert.deepEqual(lint(...phases("Customers: 200+", "Customers: 200+")), [["target_conflict", 12]]);
});

test("ranges that shrink are found, between phases and within a line", () => {
  assert.deepEqual(lint(...phases("Customers: 1,000-5,000", "Customers: 500-900")), [["range_shrinks", 12]]);
  assert.deepEqual(lint(...phases("Customers: 1,000-5,000", "Customers: 1,200-4,000")), [
    ["range_shrinks", 12],
  ]);
  assert.deepEqual(lint(...phases("Customers: 500-100")), [["range_shrinks", 6]]);
});

function withTwo(one: string, other: string): [code: string, line: number][] {
  const head = ["## Phase 1: A (Months 1-3)", "### Work", "Deliverables:", "- a", "", "### KPIs"];
  return lint(...head, `- ${one}`, `- ${other}`);
}

test("two levels for one thing at one time conflict, a floor inside a range does not", () => {
  assert.deepEqual(withTwo("Customers: 100+", "Active customers: 200+"), [["target_conflict", 8]]);
  assert.deepEqual(withTwo("Churn: <5%", "Churn: <8%"), [["target_conflict", 8]]);
  assert.deepEqual(withTwo("Customers: 100+", "Active customers: 100-500"), []);
});

const WEEKS = (...weeks: string[]): string[] => [
  "## Phase 1: A (Months 1-1)",
  "### Month 1: Begin",
  ...weeks.flatMap((week, index) => [`#### Week ${week}: Step ${index}`, `Deliverables:\n- d${index}`]),
];

test("weeks that overlap or leave gaps are found; parallel and seamless ones are fine", () => {
  assert.deepEqual(lint(...WEEKS("1-2", "3-4")), []);
  assert.deepEqual(lint(...WEEKS("1-2", "1-2", "3-4")), []);
  assert.deepEqual(lint(...WEEKS("1-2", "2-4")), [["weeks_overlap", 6]]);
  assert.deepEqual(lint(...WEEKS("1", "3-4")), [["weeks_gap", 6]]);
  assert.deepEqual(lint(...WEEKS("1-2", "3")), [["weeks_gap", 2]]);
});

test("months of phases and periods", () => {
  const plan = (...months: string[]): [string, number][] =>
    lint(
      ...months.flatMap((span, index) => [
        `## Phase ${index + 1}: P${index} (Months ${span})`,
        `- d${index}`,
      ]),
    );
  assert.deepEqual(plan("1-3", "4-6", "7-12"), []);
  assert.deepEqual(plan("1-3", "3-6"), [["months_overlap", 3]]);
  assert.deepEqual(plan("1-3", "5-6"), [["months_gap", 3]]);
  assert.deepEqual(lint("## Phase 1: A (Months 1-3)", "### Month 1: B", "- b", "### Months 2-4: C", "- c"), [
    ["outside_parent", 4],
  ]);
});

test("work packages with their time in brackets may run side by side", () => {
  assert.deepEqual(
    lint("## Phase 1: A (Weeks 1-6)", "### Build (Weeks 1-4)", "- b", "### Sell (Weeks 3-6)", "- s"),
    [],
  );
});

function saying(says: string): [code: string, line: number][] {
  const parts = ["## Phase 1: A (Months 1-3)", "- a", "- b", "## Phase 2: B (Months 4-6)", "- c"];
  return lint("# Plan", says, ...parts);
}

test("stated totals are compared with the plan", () => {
  assert.deepEqual(saying("A 6-month plan in two phases with 3 deliverables."), []);
  assert.deepEqual(saying("A 9-month plan."), [["total_mismatch", 2]]);
  assert.deepEqual(saying("It has three phases."), [["total_mismatch", 2]]);
  assert.deepEqual(saying("It has 10 deliverables."), [["total_mismatch", 2]]);
  assert.deepEqual(saying("The first 2 deliverables come in Phase 1, at least 1 deliverable each."), []);
});

function budget(total: string): [code: string, line: number][] {
  const head = ["## Phase 1: A", "- a", "## Budget", "", "| Item | Cost |", "|---|---|"];
  return lint(...head, "| Site | $10,000 |", "| Event | $5,000 |", `| Total | ${total} |`);
}

test("a total row that does not add up", () => {
  assert.deepEqual(budget("$15,000"), []);
  assert.deepEqual(budget("$15K"), []);
  assert.deepEqual(budget("$16,000"), [["total_mismatch", 9]]);
});

test("what stands twice or holds nothing", () => {
  assert.deepEqual(lint("## Phase 1: A", "### Same", "- a", "### Same", "- b"), [["duplicate_title", 4]]);
  assert.deepEqual(lint("## Phase 1: A", "### One", "- a", "- A", "### Two", "- a"), [["duplicate_item", 4]]);
  assert.deepEqual(lint("## Phase 1: A", "### One", "- a", "### Week 2: Two", "Only words."), [
    ["empty_work_package", 4],
  ]);
});
