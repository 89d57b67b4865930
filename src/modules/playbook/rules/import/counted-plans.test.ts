import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Counts, readPlan } from "./index.ts";
import { assertAccounted, NO_COUNTS } from "#test/plan-reading.ts";

const PLANS = new URL("../../../../../test/fixtures/plans/", import.meta.url);

const EXPECTED: [name: string, counts: Partial<Counts>][] = [
  [
    "clinica-tablas.md",
    {
      phases: 2,
      periods: 2,
      objectives: 4,
      workPackages: 4,
      deliverables: 9,
      activities: 4,
      criteria: 9,
      numericCriteria: 7,
      kpis: 4,
      numericKpis: 4,
      risks: 2,
      mitigations: 2,
      milestones: 2,
      overview: 2,
    },
  ],
  [
    "first-90-days.md",
    {
      periods: 3,
      objectives: 3,
      workPackages: 3,
      deliverables: 6,
      criteria: 8,
      numericCriteria: 6,
      risks: 2,
      mitigations: 2,
      overview: 2,
    },
  ],
  [
    "quarters.md",
    {
      periods: 3,
      workPackages: 4,
      deliverables: 8,
      activities: 2,
      criteria: 7,
      numericCriteria: 7,
      milestones: 2,
    },
  ],
  ["checkboxes.md", { phases: 2, workPackages: 4, deliverables: 11 }],
  [
    "h1-per-phase.md",
    {
      phases: 2,
      workPackages: 4,
      deliverables: 7,
      activities: 2,
      criteria: 5,
      numericCriteria: 3,
      kpis: 4,
      numericKpis: 4,
    },
  ],
  [
    "comma-lists.md",
    {
      phases: 2,
      periods: 3,
      objectives: 3,
      workPackages: 3,
      deliverables: 10,
      activities: 3,
      criteria: 7,
      numericCriteria: 5,
    },
  ],
  [
    "marketing.md",
    {
      phases: 2,
      objectives: 2,
      workPackages: 4,
      deliverables: 8,
      activities: 6,
      criteria: 6,
      numericCriteria: 6,
      kpis: 5,
      numericKpis: 4,
      risks: 2,
      mitigations: 1,
      overview: 2,
    },
  ],
  [
    "saas-lanzamiento.md",
    {
      phases: 2,
      objectives: 2,
      workPackages: 3,
      deliverables: 6,
      activities: 4,
      criteria: 7,
      numericCriteria: 6,
      kpis: 5,
      numericKpis: 5,
      successFactorGroups: 2,
      successFactors: 3,
      risks: 2,
      mitigations: 2,
      milestones: 2,
      overview: 3,
    },
  ],
  [
    "reading-program.md",
    {
      phases: 3,
      workPackages: 4,
      deliverables: 9,
      activities: 8,
      criteria: 7,
      numericCriteria: 5,
      risks: 2,
      mitigations: 2,
      overview: 1,
    },
  ],
  [
    "okrs.md",
    { periods: 2, objectives: 4, workPackages: 4, activities: 4, criteria: 12, numericCriteria: 11 },
  ],
  [
    "product-roadmap.md",
    {
      periods: 4,
      workPackages: 7,
      deliverables: 14,
      activities: 2,
      criteria: 7,
      numericCriteria: 5,
      kpis: 8,
      numericKpis: 8,
      milestones: 3,
    },
  ],
  [
    "onboarding-90.md",
    { periods: 3, objectives: 4, workPackages: 3, activities: 9, criteria: 6, numericCriteria: 4 },
  ],
  [
    "damaged-twice.md",
    {
      phases: 2,
      periods: 3,
      objectives: 2,
      workPackages: 4,
      deliverables: 7,
      activities: 3,
      criteria: 5,
      numericCriteria: 3,
      kpis: 3,
      numericKpis: 3,
      overview: 2,
    },
  ],
  [
    "long-mess.md",
    {
      phases: 8,
      periods: 16,
      objectives: 16,
      workPackages: 112,
      deliverables: 447,
      activities: 294,
      criteria: 128,
      numericCriteria: 76,
      kpis: 24,
      numericKpis: 16,
      successFactorGroups: 3,
      successFactors: 15,
      risks: 14,
      mitigations: 14,
      milestones: 8,
      overview: 6,
    },
  ],
  ["hostile.md", { phases: 1, workPackages: 1, deliverables: 2, criteria: 1, numericCriteria: 1 }],
  ["no-plan.md", {}],
];

for (const [name, counts] of EXPECTED) {
  test(`${name} gives what a person would count`, () => {
    const bytes = readFileSync(new URL(name, PLANS));
    const plan = readPlan(bytes, { fileName: name });
    assert.deepEqual(plan.counts, { ...NO_COUNTS, ...counts });
    assertAccounted(plan, bytes.toString("utf8"));
  });
}

test("a plan that was damaged twice is read as it was written", () => {
  const plan = readPlan(readFileSync(new URL("damaged-twice.md", PLANS)));
  assert.deepEqual(
    [plan.encoding.chain, plan.title],
    [["cp1252", "cp1252"], "Plan de la cafetería «Año Nuevo»"],
  );
});
