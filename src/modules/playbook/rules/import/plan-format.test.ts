import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readPlan } from "./index.ts";
import { findQuantities } from "./target/grammar.ts";
import { inferMetric } from "./target/metrics.ts";

// The guide for people who write plans must say what the reader does.
const GUIDE = readFileSync(new URL("../../../../../docs/plan-format.md", import.meta.url), "utf8");
const examples = [...GUIDE.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, text]) => text ?? "");
const HEAD = "# Plan\n\n## Phase 1: Open (Months 1-3)\n\n### Work\n\nDeliverables:\n\n- a\n\n";

function read(text: string) {
  const plan = readPlan(new TextEncoder().encode(text));
  assert.ok(plan.ok, text);
  return plan;
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? "");
}

function rowsUnder(head: string): string[][] {
  const at = GUIDE.indexOf(head);
  assert.ok(at >= 0, head);
  const [, , ...rows] = (GUIDE.slice(at).split("\n\n")[0] ?? "").split("\n");
  return rows.map((row) => row.split("|").slice(1, -1));
}

test("the smallest plan of the guide is one", () => {
  const { counts, lint, questions, skipped } = read(examples[0] ?? "");
  assert.deepEqual(
    [counts.phases, counts.periods, counts.objectives, counts.workPackages, counts.deliverables],
    [1, 1, 1, 1, 2],
  );
  assert.deepEqual([counts.activities, counts.criteria, questions, skipped], [1, 1, [], []]);
  assert.deepEqual(lint, []);
});

test("every example of the guide can be read, with nothing left out", () => {
  const [, below = "", proofs = "", figures = "", risks = ""] = examples;
  const site = read(`${HEAD}${below}`);
  assert.deepEqual(
    [site.counts.deliverables, site.counts.numericCriteria, site.counts.activities],
    [2, 1, 1],
  );
  assert.equal(read(`${HEAD}${proofs}`).nodes.filter(({ proof }) => proof).length, 5);
  assert.deepEqual(
    [read(`${HEAD}${figures}`).counts.kpis, read(`${HEAD}${figures}`).counts.numericKpis],
    [3, 2],
  );
  const plan = read(`${HEAD}${risks}`);
  assert.deepEqual([plan.counts.risks, plan.counts.mitigations, plan.skipped], [2, 2, []]);
  assert.deepEqual(
    plan.nodes.filter(({ triggerOn }) => triggerOn).map(({ text }) => text),
    ["Regulars stay away"],
  );
  const front = read(`${examples.at(-1) ?? ""}\n## Phase 1: A\n- b\n`);
  assert.deepEqual(
    [front.title, front.start, front.currency],
    ["A bakery in two streets", "2027-01-04", "EUR"],
  );
});

test("what the guide calls a target is one, and what it does not is none", () => {
  for (const [written = ""] of rowsUnder("| Written | Read as |"))
    for (const text of codeIn(written)) assert.equal(findQuantities(text).length, 1, text);
  const sentence = /Numbers that are no targets stay text: (.*?)\. One line/.exec(GUIDE)?.[1] ?? "";
  assert.equal(codeIn(sentence).length, 7);
  for (const text of codeIn(sentence)) assert.deepEqual(findQuantities(text), [], text);
});

test("the words of the guide mean the metrics it says", () => {
  for (const [words = "", metric = ""] of rowsUnder("| Words | Metric |")) {
    const [noun = ""] = words.trim().split(",");
    const text = /retention/.test(words)
      ? "retention 90%"
      : /revenue/.test(words)
        ? "Revenue: $5K monthly"
        : `20+ ${noun}`;
    const [quantity] = findQuantities(text);
    assert.ok(quantity, text);
    assert.equal(inferMetric(quantity, text), codeIn(metric)[0], text);
  }
});
