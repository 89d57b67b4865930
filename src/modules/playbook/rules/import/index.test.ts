import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import {
  type Counts,
  type ImportedPlan,
  MOST_BYTES,
  MOST_NODES,
  type PlanReading,
  readPlan,
} from "./index.ts";

const ROOT = new URL("../../../../../", import.meta.url);
const SHARED = new URL("../shared/inputs/implementation-playbook.md", ROOT);

const NOTHING: Counts = {
  phases: 0,
  periods: 0,
  objectives: 0,
  workPackages: 0,
  deliverables: 0,
  activities: 0,
  criteria: 0,
  numericCriteria: 0,
  kpis: 0,
  numericKpis: 0,
  successFactorGroups: 0,
  successFactors: 0,
  risks: 0,
  mitigations: 0,
  milestones: 0,
  overview: 0,
};

function read(text: string): PlanReading {
  return readPlan(new TextEncoder().encode(text));
}

function fixture(name: string): PlanReading {
  return readPlan(readFileSync(new URL(`test/fixtures/plans/${name}`, ROOT)), { fileName: name });
}

function imported(reading: PlanReading): ImportedPlan {
  assert.ok(reading.ok);
  return reading;
}

function assertAccounted(plan: PlanReading, text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  const ranges = [...plan.nodes, ...plan.structure, ...plan.skipped].map((one) => one.lines);
  const covered = new Set<number>();
  for (const [first, last] of ranges) {
    assert.ok(first >= 1 && first <= last && last <= lines.length, `${first}-${last} of ${lines.length}`);
    for (let line = first; line <= last; line += 1) covered.add(line);
  }
  const front = lines[0] === "---" ? lines.indexOf("---", 1) + 1 : 0;
  lines.forEach((line, index) => {
    const silent = index < front || line.trim() === "" || /^\s*(?:[-*_]\s*){3,}$|^\s*=+\s*$/.test(line);
    assert.ok(silent || covered.has(index + 1), `line ${index + 1} is not accounted for: ${line}`);
  });
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
  ["hostile.md", { phases: 1, workPackages: 1, deliverables: 2, criteria: 1, numericCriteria: 1 }],
  ["no-plan.md", {}],
];

for (const [name, counts] of EXPECTED) {
  test(`${name} gives what a person would count`, () => {
    const plan = fixture(name);
    assert.deepEqual(plan.counts, { ...NOTHING, ...counts });
    assertAccounted(plan, readFileSync(new URL(`test/fixtures/plans/${name}`, ROOT), "utf8"));
  });
}

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

test("a file without a plan says so and has nothing in it", () => {
  for (const text of [
    "",
    "Just words.",
    "# Title\n\nSome prose about Phase 1.",
    "## Steps\n\n1. Mix\n2. Bake",
    "```md\n## Phase 1: X\n- [ ] a\n```",
  ]) {
    const plan = read(text);
    assert.equal(plan.ok, false, text);
    assert.equal(!plan.ok && plan.code, "playbook.no_plan");
    assert.deepEqual(plan.counts, NOTHING);
    assert.deepEqual(plan.nodes, []);
  }
});

test("what is too large is refused by a value, and the largest plan is read", () => {
  const big = readPlan(new Uint8Array(MOST_BYTES + 1));
  assert.equal(!big.ok && big.code, "playbook.plan_too_large");
  const withItems = (count: number): PlanReading => read(`# P\n## Phase 1: A\n${"- item\n".repeat(count)}`);
  const most = withItems(MOST_NODES - 2);
  assert.equal(most.ok && most.nodes.length, MOST_NODES);
  const more = withItems(MOST_NODES - 1);
  assert.equal(!more.ok && more.code, "playbook.plan_too_large");
});

test("hostile files are read without harm", () => {
  const hostile = [
    `${"> ".repeat(10_000)}x`,
    `${">".repeat(10_000)}\n`.repeat(50),
    `${"- ".repeat(10_000)}x`,
    "a".repeat(1 << 20),
    "[".repeat(1 << 20),
    "*a_".repeat(300_000),
    `|${"a|".repeat(8_000)}\n|${"-|".repeat(8_000)}`,
    "<!-- ".repeat(50_000),
    "```\n".repeat(20_000),
    "\0".repeat(100_000),
    "---\na: &a [*a, *a]\n---\n",
    Array.from({ length: 2_000 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n"),
  ];
  for (const text of hostile)
    assert.deepEqual(read(`${text}\n\n## Phase 1: A\n\nDeliverables:\n- b\n`).encoding.repaired, false);
});

test("every line of any file is accounted for, and ranges lie in the file", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "# Plan",
      "## Phase 1: A (Months 1-3)",
      "### Month 1: B",
      "#### Week 1-2: C",
      "Deliverables:",
      "- a",
      "  - b",
      "• c",
      "```",
      "1. d",
      "| Risk | Mitigation |",
      "|---|---|",
      "| x | y |",
      "**Objective**: go",
      "> quote",
      "---",
      "",
      "",
      "Success metrics:",
      "- 20+ posts",
      "## KPIs",
      "## Risks",
      "<b>",
      "    code",
      "- [x] done",
      "Setext",
      "===",
      "Unknown:",
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n]/g, " ")),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n"), (lines, ending) => {
      const text = lines.join(ending);
      assertAccounted(read(text), text);
    }),
    { numRuns: 400 },
  );
});

test("reading is repeatable, and a wrong encoding changes nothing but the encoding", () => {
  const bytes = readFileSync(new URL("test/fixtures/plans/clinica-tablas.md", ROOT));
  const clean = readPlan(bytes);
  assert.deepEqual(readPlan(bytes), clean);
  const damaged = readPlan(new TextEncoder().encode(new TextDecoder("windows-1252").decode(bytes)));
  assert.deepEqual(damaged.encoding.chain, ["cp1252"]);
  assert.deepEqual(damaged.nodes, clean.nodes);
});
