import assert from "node:assert/strict";
import { test } from "node:test";
import { type ImportedPlan, type PlanNode, readPlan } from "./index.ts";

function read(text: string, currency?: string): ImportedPlan {
  const plan = readPlan(new TextEncoder().encode(text), currency ? { currency } : {});
  assert.ok(plan.ok);
  return plan;
}

const work = (...lines: string[]) =>
  read(["# P", "## Phase 1: A (Months 1-3)", "### W", ...lines].join("\n"));
const texts = ({ nodes }: ImportedPlan, kind: PlanNode["kind"]) =>
  nodes.filter((node) => node.kind === kind).map(({ text }) => text);

test("proofs and sources are taken from the end of a line, and nowhere else", () => {
  const plan = work(
    "Deliverables:",
    "- Lease. Proof: file of the signed lease (two pages)",
    "- Site (evidence: link to it)",
    "- Social proof: ten letters",
    "- Menu",
    "  - Prueba: foto",
    "Success metrics:",
    "- 20+ posts. Read from: site.posts_published",
    "- 40+ widgets – Measured by: stock.widgets_sold",
    "- 50+ gadgets. Read from: the shelf",
    "- Everyone is happy. Read from: faces",
  );
  assert.deepEqual(
    plan.nodes.filter(({ kind }) => kind === "deliverable").map(({ text, proof }) => [text, proof]),
    [
      ["Lease", "file of the signed lease (two pages)"],
      ["Site", "link to it"],
      ["Social proof: ten letters", undefined],
      ["Menu", "foto"],
    ],
  );
  assert.deepEqual(
    plan.targets.map(({ raw, metric }) => [raw, metric]),
    [
      ["20+ posts", "site.posts_published"],
      ["40+ widgets", "stock.widgets_sold"],
      ["50+ gadgets", null],
    ],
  );
  assert.deepEqual(
    plan.questions.map(({ code, lines: [line] }) => [code, line]),
    [["metric_unknown", 13]],
  );
});

test("a criterion completes a deliverable whatever proves it", () => {
  const plan = work(
    "Deliverables:",
    "- Cash forecast. Proof: file of the budget with all assumptions",
    "Success criteria:",
    "- Cash forecast. Read from: the folder",
  );
  assert.equal(
    plan.nodes.find(({ kind }) => kind === "criterion")?.completes,
    plan.nodes.find(({ kind }) => kind === "deliverable")?.path,
  );
});

const DEPENDENT = (last: string) =>
  [
    "# P",
    "## Phase 1: Make (Months 1-6)",
    "### Months 1-2: Plan",
    "#### Month 1: Decide",
    "Deliverables:\n- a",
    "#### Month 2: Gather",
    "Depends on: Decide",
    "Deliverables:\n- b",
    "### Months 3-6: Build",
    "#### Months 3-6",
    last,
    "Deliverables:\n- c",
  ].join("\n");
const waits = (plan: ImportedPlan) =>
  plan.nodes.find(({ kind, label }) => kind === "workPackage" && label === "Months 3-6")?.dependsOn;
const DECIDE = "phase:1/period:1/workPackage:1";
const GATHER = "phase:1/period:1/workPackage:2";

test("work that must be finished first is found by label, title, period and both", () => {
  for (const [line, found] of [
    ["**Depends on:** Month 1", [DECIDE]],
    ["Depends on: Months 1-2 / Month 2.", [GATHER]],
    ["Depends on: gather; Month 1 – Decide", [GATHER, DECIDE]],
    ["Depends on: Decide and Gather", [DECIDE, GATHER]],
    ["Depende de: Months 1–2", [DECIDE, GATHER]],
    ["Dependencies:\n- Decide\n- Gather", [DECIDE, GATHER]],
  ] as const) {
    const plan = read(DEPENDENT(line));
    assert.deepEqual([waits(plan), plan.lint], [found, []], line);
  }
});

test("names that nothing goes by and links that close a ring are told with their line", () => {
  const unknown = read(DEPENDENT("Depends on: Month 9; Decide"));
  assert.deepEqual(waits(unknown), [DECIDE]);
  assert.deepEqual(
    unknown.lint.map(({ code, lines }) => [code, lines]),
    [["dependency_unknown", [13, 13]]],
  );
  const ring = read(
    "# P\n## Phase 1: A\n### One\nDepends on: Two\n- a\n### Two\nDepends on: Three\n- b\n### Three\nDepends on: One\n- c",
  );
  assert.deepEqual(
    ring.lint.map(({ code, lines }) => [code, lines]),
    [["dependency_cycle", [10, 10]]],
  );
  assert.equal(ring.nodes.filter(({ dependsOn }) => dependsOn).length, 2);
  const outside = read(DEPENDENT("Dependencies: legal approval"));
  assert.deepEqual(outside.lint, []);
  assert.ok(outside.skipped.some(({ why }) => why.includes("names no work package")));
});

test("the block at the top names title, language, currency and start", () => {
  const body =
    "## Phase 1: A\n### KPIs\n- Revenue: 30K monthly\n- Costs: $5K\n- Customers: 40\n- Rent: €2K\n";
  const money = (plan: ImportedPlan) => plan.targets.map(({ currency }) => currency);
  const plan = read(`---\ntitle: Two streets\ncurrency: mxn\nstart: 2027-01-04\nlanguage: en\n---\n${body}`);
  assert.deepEqual([plan.title, plan.currency, plan.start], ["Two streets", "MXN", "2027-01-04"]);
  assert.deepEqual(money(plan), ["MXN", "MXN", null, "EUR"]);
  const euro = read(`---\nmoneda: EUR\ninicio: 2027-02-30\nidioma: español\n---\n${body}`);
  assert.deepEqual([euro.language, euro.start], ["es", null]);
  assert.deepEqual(money(euro), ["EUR", "USD", null, "EUR"]);
  assert.deepEqual(money(read(body)), [null, "USD", null, "EUR"]);
  assert.deepEqual(money(read(body, "CAD")), ["CAD", "CAD", null, "EUR"]);
});

test("misspelt labels are read, and said so", () => {
  const plan = work("**Delivrables:**", "- a", "#### Activites", "- b", "**Sucess metrics**", "- 20+ posts");
  assert.deepEqual(
    [texts(plan, "deliverable"), texts(plan, "activity"), texts(plan, "criterion")],
    [["a"], ["b"], ["20+ posts"]],
  );
  assert.deepEqual(
    plan.lint.map(({ code, lines: [line] }) => [code, line]),
    [
      ["label_unsure", 4],
      ["label_unsure", 6],
      ["label_unsure", 8],
    ],
  );
  assert.deepEqual(work("Objections:", "- a", "Deliverables:", "- b").lint, []);
});

test("owners and due dates are read where a line states them", () => {
  const plan = read(
    [
      "---\nstart: 2027-01-04\n---",
      "# P",
      "## Q1",
      "### W",
      "Tasks:",
      "- [ ] Call the buyers @ana (due 2027-03-01)",
      "- Write the page (owner: Ben) by end of Q2",
      "- Mail a@b.example before March",
    ].join("\n"),
  );
  assert.deepEqual(
    plan.nodes.filter(({ kind }) => kind === "activity").map(({ owner, due }) => [owner, due]),
    [
      ["ana", { on: "2027-03-01" }],
      ["Ben", { endOfMonth: 6 }],
      [undefined, { endOfMonth: 3 }],
    ],
  );
});

test("what only the owner can say is asked", () => {
  const codes = (plan: ImportedPlan) => plan.questions.map(({ code }) => code);
  assert.deepEqual(codes(work("- loose", "", "Deliverables:", "- a")), ["list_without_label"]);
  assert.deepEqual(codes(work("Deliverables:", "- a (due 2027-03-01)")), ["start_unknown"]);
  assert.deepEqual(codes(work("Success metrics:", "- 20+ posts and 5+ pages")), ["number_unclear"]);
  assert.deepEqual(codes(work("Success metrics:", "- 500-100 customers")), ["number_unclear"]);
  assert.deepEqual(codes(work("Deliverables:", "- a")), []);
});

test("years, sprints, waves and milestones are the stages of a plan without phases", () => {
  for (const word of ["Year", "Sprint", "Wave", "Milestone", "Stage", "Hito", "Etapa"]) {
    const plan = read(`# P\n## ${word} 1: A\n- a\n## ${word} 2: B\n- b\n`);
    assert.deepEqual([plan.counts.phases, plan.counts.workPackages], [2, 2], word);
  }
});

test("a risk keeps its figures and its trigger, from a table, a heading, a bold line or brackets", () => {
  const table = [
    "| Risk | Likelihood | Impact | Mitigation | Owner | Early warning | Status | Score |",
    "|---|---|---|---|---|---|---|---|",
    "| Rain | 2 | 3 | Roof | Ana | people.customers_active < 1,000 | Closed | 6 |",
  ];
  const plan = work(
    "- a",
    "## Risks",
    "",
    ...table,
    "",
    "**Risk 2: Snow**",
    "- Impact: high",
    "- Trigger: cold",
  );
  assert.deepEqual(
    plan.nodes
      .filter(({ kind }) => kind === "risk")
      .map(({ text, impact, owner, trigger, triggerOn, state }) => [
        text,
        impact,
        owner,
        trigger,
        triggerOn,
        state,
      ]),
    [
      [
        "Rain",
        "3",
        "Ana",
        "people.customers_active < 1,000",
        { metric: "people.customers_active", op: "<", level: 1_000 },
        "done",
      ],
      ["Snow", "high", undefined, "cold", undefined, undefined],
    ],
  );
  assert.ok(plan.skipped.some(({ why }) => why.includes("“Score”")));
  const listed = work("- a", "## Risks", "- Hail (probability: low, impact: 4) — Mitigation: nets");
  const hail = listed.nodes.find(({ kind }) => kind === "risk");
  assert.deepEqual([hail?.text, hail?.probability, hail?.impact], ["Hail", "low", "4"]);
  assert.deepEqual(texts(listed, "mitigation"), ["nets"]);
});

test("a label right below a list or a table begins something new", () => {
  const plan = work(
    "Deliverables:",
    "- a",
    "**Activities:**",
    "- b",
    "  and more",
    "Owner: Ana",
    "| Success metric | Target |",
    "|---|---|",
    "| Posts | 20 |",
    "Deliverables:",
    "- c",
  );
  assert.deepEqual([texts(plan, "deliverable"), texts(plan, "activity")], [["a", "c"], ["b and more"]]);
  assert.equal(plan.nodes.find(({ kind }) => kind === "workPackage")?.owner, "Ana");
  assert.deepEqual(texts(plan, "criterion"), ["Posts: 20"]);
});
