import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as fc from "fast-check";
import {
  diffPlans,
  type ImportedPlan,
  type PlanNode,
  type PlanReading,
  type Target,
  readPlan,
  writePlanMarkdown,
} from "./index.ts";

const FIXTURES = new URL("../../../../../test/fixtures/plans/", import.meta.url);

function read(text: string): PlanReading {
  return readPlan(new TextEncoder().encode(text));
}

function withoutLines(node: PlanNode): Partial<PlanNode> {
  const copy: Partial<PlanNode> = { ...node };
  delete copy.lines;
  return copy;
}

/** Targets in the order of their nodes, without the lines, which an export moves. */
function targetsOf({ nodes, targets }: ImportedPlan): Partial<Target>[] {
  const byNode = Map.groupBy(targets, (target) => target.node);
  return nodes.flatMap((node) => byNode.get(node.path) ?? []).map((target) => ({ ...target, line: 0 }));
}

function assertSurvives(plan: ImportedPlan): void {
  const markdown = writePlanMarkdown(plan);
  const again = read(markdown);
  assert.ok(again.ok, markdown);
  assert.deepEqual(again.nodes.map(withoutLines), plan.nodes.map(withoutLines), markdown);
  assert.deepEqual(targetsOf(again), targetsOf(plan));
  assert.equal(again.title, plan.title);
  assert.deepEqual([again.currency, again.start], [plan.currency, plan.start]);
  assert.deepEqual(diffPlans(plan.nodes, again.nodes).changes, []);
  assert.equal(writePlanMarkdown(again), markdown);
}

for (const name of readdirSync(FIXTURES)) {
  test(`${name} survives export and import`, () => {
    const plan = readPlan(readFileSync(new URL(name, FIXTURES)));
    if (plan.ok) assertSurvives(plan);
    else assert.equal(name, "no-plan.md");
  });
}

const word = fc.constantFrom(
  "Build",
  "the",
  "site",
  "50+",
  "customers",
  "$10K",
  "monthly",
  "*odd*",
  "_x_",
  "a_b",
  "[link]",
  "(MVP)",
  "<b>",
  "&amp;",
  "1.",
  "#",
  "- x",
  "90%",
  "Phase",
  "2",
  "week",
  "3:1",
  "Año",
  "éxito",
  "`code`",
  "\\",
  "|",
  "Owner",
  "team,",
  "—",
  "•",
  "24/7",
  "by",
  "month 3",
  "~5",
  ">",
  '"q"',
  "Risk",
  "@ana",
  "Proof: file",
  ". Proof: signed note",
  "(Read from: till.sales)",
  ". Measured by: people",
  "zero",
  "Double",
  "★",
  "→",
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
const item = fc.tuple(
  fc.constantFrom("- ", "- [ ] ", "- [x] ", "* ", "1. "),
  words,
  fc.constantFrom(
    "",
    "",
    "",
    "\n  - Owner: Ana",
    "\n  - nested entry",
    "\n  - [x] nested step",
    "\n  - Proof: a file",
    "\n  - Target: 40",
    "\n  - Baseline: 7",
    "\n  - Trigger: people.customers_active < 50",
  ),
);
const list = fc
  .array(item, { minLength: 1, maxLength: 4 })
  .map((items) => items.map(([mark, text, more]) => `${mark}${text}${more}`).join("\n"));
const label = fc.constantFrom(
  "Deliverables:",
  "**Activities:**",
  "Success criteria:",
  "**Métricas de éxito**:",
  "Objective:",
  "KPIs:",
  "Milestones:",
  "Risks:",
  "Mitigation:",
  "Backend:",
  "**Notes:**",
  "Some prose here.",
  "",
);
const group = fc.tuple(label, list).map(([head, entries]) => `${head}\n\n${entries}\n`);
const inline = fc
  .tuple(
    fc.constantFrom("Objective", "Deliverables", "Owner", "Timeline", "Success metrics", "Due", "Depends on"),
    fc.oneof(
      words,
      fc.constantFrom("Website", "Week 1-2; API", "Start, Launch", "Month 1 / Week 3-4", "Phase 1"),
    ),
  )
  .map(([head, text]) => `**${head}:** ${text}\n`);
const title = fc.constantFrom(
  "Week 1-2: Start",
  "Week 3-4",
  "Month 1: Plan",
  "Months 2-3: Build",
  "Q1 2027: Open",
  "Website",
  "Team Building (Months 1-2)",
  "Deliverables",
  "Success criteria",
  "Risks",
  "KPIs",
  "Work package 3: API",
  "First 30 days",
  "Next 30 days: More",
  "2.1 Launch",
  "Objective",
  "Strategic risks",
  "Sprint 2 (Weeks 3-4): Try",
  "Objective 1: Be found",
  "Milestone 2: Beta",
  "Activites",
  "March: Plan",
  "Dependencies",
);
const section = fc
  .tuple(
    fc.integer({ min: 3, max: 5 }),
    title,
    fc.array(fc.oneof(group, inline), { minLength: 0, maxLength: 3 }),
  )
  .map(([level, head, blocks]) => `${"#".repeat(level)} ${head}\n\n${blocks.join("\n")}`);
const top = fc.constantFrom(
  "Phase 1: Begin (Months 1-3)",
  "Phase 2 – Grow, Months 4-6",
  "Overview",
  "Key Success Factors",
  "Risk register",
  "Phase 1 Metrics",
  "Milestones",
  "Q2 2027",
  "Growth (Months 7-9)",
  "Launch Phase",
  "Team",
  "Year 2: Grow",
  "Metrics by phase",
  "Milestone 1: Alpha",
  "Objective 2: Last",
);
const part = fc
  .tuple(top, fc.array(fc.oneof(group, inline), { maxLength: 2 }), fc.array(section, { maxLength: 4 }))
  .map(([head, blocks, sections]) => `## ${head}\n\n${blocks.join("\n")}\n${sections.join("\n")}`);
const document = fc
  .array(part, { minLength: 1, maxLength: 4 })
  .map((parts) => `# The plan\n\n${parts.join("\n\n")}\n`);

test("any plan that can be read survives export and import", () => {
  fc.assert(
    fc.property(document, (text) => {
      const plan = read(text);
      fc.pre(plan.ok);
      assertSurvives(plan);
    }),
    { numRuns: 200, seed: 20_270_104 },
  );
});

test("an export holds no HTML and no links", () => {
  const plan = readPlan(readFileSync(new URL("hostile.md", FIXTURES)));
  assert.ok(plan.ok);
  assert.doesNotMatch(writePlanMarkdown(plan), /<script|<img|<iframe|javascript:/i);
});
