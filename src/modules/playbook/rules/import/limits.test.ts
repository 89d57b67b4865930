import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as fc from "fast-check";
import { MOST_BYTES, MOST_NODES, type PlanReading, readPlan } from "./index.ts";
import { folded } from "./words.ts";
import { assertAccounted, NO_COUNTS } from "#test/plan-reading.ts";

const ROOT = new URL("../../../../../", import.meta.url);

function read(text: string): PlanReading {
  return readPlan(new TextEncoder().encode(text));
}

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
    assert.deepEqual(plan.counts, NO_COUNTS);
    assert.deepEqual(plan.nodes, []);
  }
});

function withItems(count: number): PlanReading {
  return read(`# P\n## Phase 1: A\n${"- item\n".repeat(count)}`);
}

test("what is too large is refused by a value, and the largest plan is read", () => {
  const big = readPlan(new Uint8Array(MOST_BYTES + 1));
  assert.equal(!big.ok && big.code, "playbook.plan_too_large");
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

// Each of these once took the square of its length: an hour at this size. The limit is for a hang, not for slowness.
test("long runs of marks are read in one go", { timeout: 60_000 }, () => {
  assert.equal(folded(`a${"(".repeat(2_000_000)}`), "a");
  const line = `| a | ${"![".repeat(2000)}\n`;
  const plan = read(`# P\n## Phase 1: A\n- item\n\n${line.repeat(1150)}`);
  assert.ok(plan.ok);
  const heading = read(`# P\n## Phase 1: A\n- item\n\n${`### ${"- ".repeat(8000)}\n`.repeat(300)}`);
  assert.ok(heading.ok);
  assert.match(heading.skipped[0]?.why ?? "", /the heading is longer than 1000 characters/);
});
