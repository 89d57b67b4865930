import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type ImportedPlan, type PlanReading, readPlan } from "./index.ts";

const ROOT = new URL("../../../../../", import.meta.url);
const SHARED = new URL("../shared/inputs/implementation-playbook.md", ROOT);

function fixture(name: string): PlanReading {
  return readPlan(readFileSync(new URL(`test/fixtures/plans/${name}`, ROOT)), { fileName: name });
}

function imported(reading: PlanReading): ImportedPlan {
  assert.ok(reading.ok);
  return reading;
}

test("the reference plan is read whole", () => {
  const plan = imported(readPlan(readFileSync(SHARED)));
  assert.deepEqual(plan.counts, {
    phases: 3,
    periods: 11,
    objectives: 11,
    workPackages: 24,
    deliverables: 120,
    activities: 120,
    criteria: 120,
    numericCriteria: 9,
    kpis: 30,
    numericKpis: 9,
    successFactorGroups: 3,
    successFactors: 15,
    risks: 10,
    mitigations: 5,
    milestones: 0,
    overview: 10,
  });
  assert.equal(plan.targets.length, 18);
  assert.deepEqual(plan.encoding, {
    repaired: true,
    chain: ["cp1252"],
    read: "utf-8",
    sha256: "a79be9c27f27d81c65b1c16ef75a7dcb951c160201d78a4f34b99ec8bcca3be7",
  });
  assert.deepEqual(plan.questions, []);
  assert.deepEqual(plan.lint, []);
  assert.equal(
    plan.nodes.filter((node) => node.kind === "objective").every((node) => node.parent?.includes("period")),
    true,
  );
  assert.doesNotMatch(JSON.stringify(plan), /â€|ðŸ/);
});

test("targets of the reference plan have their metric, their line and their due time", () => {
  const plan = imported(readPlan(readFileSync(SHARED)));
  const rows = plan.targets.map(({ line, raw, metric, due }) => [line, raw, metric, due]);
  assert.deepEqual(rows.slice(0, 3), [
    [153, "20+ posts", "site.posts_published", { endOfMonth: 3, endOfWeek: 2 }],
    [177, "5+ pages", "site.pages_published", { endOfMonth: 3, endOfWeek: 4 }],
    [254, "50+ enrollments", "academy.enrollments", { endOfMonth: 5, endOfWeek: 2 }],
  ]);
  assert.deepEqual(rows.at(-1), [684, "50-150 employees", "team.headcount_active", { endOfMonth: 36 }]);
});

test("criteria that repeat a deliverable complete it, one to one", () => {
  const plan = imported(readPlan(readFileSync(SHARED)));
  const completing = plan.nodes.filter((node) => node.completes !== undefined);
  assert.ok(completing.length > 100);
  assert.equal(new Set(completing.map((node) => node.completes)).size, completing.length);
  const first = plan.nodes.find((node) => node.text === "Business plan completion and approval");
  assert.equal(first?.completes, "phase:1/period:1/workPackage:1/deliverable:1");
});

test("a Spanish plan keeps its tables' owners, dates and responses", () => {
  const plan = imported(fixture("clinica-tablas.md"));
  const lease = plan.nodes.find((node) => node.text === "Contrato de alquiler firmado");
  assert.deepEqual([lease?.owner, lease?.due], ["Lucía", { endOfWeek: 2 }]);
  const risk = plan.nodes.find((node) => node.kind === "risk");
  assert.deepEqual([risk?.probability, risk?.impact], ["Alta", "Alto"]);
  assert.equal(plan.nodes.find((node) => node.kind === "mitigation")?.parent, risk?.path);
  const revenue = plan.targets.find((target) => target.line === 88);
  assert.deepEqual(
    [revenue?.min, revenue?.max, revenue?.currency, revenue?.metric],
    [20_000, 35_000, "EUR", "billing.revenue_monthly"],
  );
});

test("ticked boxes stay ticked, at every depth", () => {
  const plan = imported(fixture("checkboxes.md"));
  const states = plan.nodes
    .filter((node) => node.kind === "deliverable")
    .slice(0, 4)
    .map(({ text, state }) => [text, state]);
  assert.deepEqual(states, [
    ["Write the brief", "done"],
    ["Ask every team", "done"],
    ["Confirm the budget", "open"],
    ["View six offices", "done"],
  ]);
});

test("quarters count from the first one named", () => {
  const plan = imported(fixture("quarters.md"));
  assert.deepEqual(
    plan.nodes.filter((node) => node.kind === "period").map((node) => node.span),
    [
      { unit: "month", from: 1, to: 3 },
      { unit: "month", from: 4, to: 6 },
      { unit: "month", from: 7, to: 12 },
    ],
  );
  assert.equal(plan.calendarStart, "2027-01");
});

test("nothing of HTML, scripts or links survives", () => {
  const { nodes } = fixture("hostile.md");
  assert.doesNotMatch(JSON.stringify(nodes), /<script|onerror|javascript:|<iframe/i);
});
