import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { diffPlans, type PlanDiff, type PlanNode, readPlan } from "./index.ts";
import { inOrder } from "./diff/longest-run.ts";

const SHARED = new URL("../../../../../../shared/inputs/implementation-playbook.md", import.meta.url);
const LINES = readFileSync(SHARED, "utf8").split("\n");
const ENTRY = /^(?:â€¢|-) /;

function nodesOf(lines: readonly string[]): PlanNode[] {
  return readPlan(new TextEncoder().encode(lines.join("\n"))).nodes;
}

const BEFORE = nodesOf(LINES);

function after(change: (lines: string[]) => void): PlanDiff {
  const lines = [...LINES];
  change(lines);
  return diffPlans(BEFORE, nodesOf(lines));
}

function summary({ changes }: PlanDiff): string[] {
  return changes.map(({ type, path, fields }) => [type, path, ...fields].join(" "));
}

test("importing twice changes nothing", () => {
  assert.deepEqual(diffPlans(BEFORE, nodesOf(LINES)).changes, []);
});

test("editing any entry is one change of its text under the same path", () => {
  LINES.forEach((line, index) => {
    if (!ENTRY.test(line) || index % 13 > 0) return;
    const { changes, nodes } = after((lines) => lines.splice(index, 1, `${line} anew`));
    assert.equal(changes.length, 1, `line ${index + 1}`);
    assert.deepEqual([changes[0]?.type, changes[0]?.fields], ["changed", ["text"]]);
    assert.deepEqual(
      nodes.map(({ path }) => path),
      BEFORE.map(({ path }) => path),
    );
  });
});

test("inserting an entry anywhere is one addition, and all others keep their paths", () => {
  LINES.forEach((line, index) => {
    if (!ENTRY.test(line) || index % 17 > 0) return;
    const { changes, nodes } = after((lines) =>
      lines.splice(index, 0, "- Something that was not here before"),
    );
    assert.deepEqual(
      changes.map(({ type }) => type),
      ["added"],
      `line ${index + 1}`,
    );
    assert.equal(new Set(nodes.map(({ path }) => path)).size, nodes.length);
    const kept = new Set(nodes.map(({ path }) => path));
    assert.ok(BEFORE.every(({ path }) => kept.has(path)));
  });
});

test("removing an entry is one removal", () => {
  LINES.forEach((line, index) => {
    if (!ENTRY.test(line) || index % 19 > 0) return;
    assert.deepEqual(
      after((lines) => lines.splice(index, 1)).changes.map(({ type }) => type),
      ["removed"],
      `line ${index + 1}`,
    );
  });
});

test("a heading's new time is one change, although the weeks under it move with it", () => {
  const at = LINES.indexOf("#### Month 2: Product Development");
  assert.deepEqual(summary(after((lines) => lines.splice(at, 1, "#### Month 3: Product Development"))), [
    "changed phase:1/period:2 label",
  ]);
  const phase = LINES.findIndex((line) => line.includes("Phase 1: Foundation"));
  assert.deepEqual(summary(after((lines) => lines.splice(phase, 1, LINES[phase]!.replace("1-6", "1-7")))), [
    "changed phase:1 time",
  ]);
});

test("renaming a group of risks is one change", () => {
  const at = LINES.indexOf("Strategic Risks:");
  const { changes } = after((lines) => lines.splice(at, 1, "Risks of strategy:"));
  assert.equal(changes.length, 1);
  assert.equal(changes[0]?.paths.length, 5);
});

test("equal texts are told apart by their parent and their order", () => {
  const at = LINES.findLastIndex((line) => line.includes("Marketing campaign optimization"));
  const path = BEFORE.find((node) => node.lines[0] === at + 1)?.path;
  assert.deepEqual(summary(after((lines) => lines.splice(at, 1, "• Marketing at rest"))), [
    `changed ${path} text`,
  ]);
});

function twoPackages(first: string[], second: string[]): PlanNode[] {
  const head = ["# P", "## Phase 1: A", "### One", "Deliverables:"];
  return nodesOf([...head, ...first, "### Two", "Deliverables:", ...second]);
}

test("an entry carried to another work package moves and keeps its path", () => {
  const { changes } = diffPlans(twoPackages(["- a", "- b"], ["- c"]), twoPackages(["- a"], ["- c", "- b"]));
  assert.deepEqual(
    changes.map(({ type, path, fields }) => [type, path, fields]),
    [["moved", "phase:1/workPackage:1/deliverable:2", ["place"]]],
  );
});

function withBox(box: string): PlanNode[] {
  return nodesOf(["# P", "## Phase 1: A", `- [${box}] a`, "- [ ] b"]);
}

test("a ticked box is a change of state", () => {
  assert.deepEqual(summary(diffPlans(withBox(" "), withBox("x"))), [
    "changed phase:1/workPackage:1/deliverable:1 state",
  ]);
});

test("a longest increasing run is found", () => {
  assert.deepEqual([...inOrder([2, 0, 1, 3])].toSorted(), [1, 2, 3]);
  assert.deepEqual([...inOrder([])], []);
});
