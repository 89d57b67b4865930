import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PlanNode } from "../import/types.ts";
import { readDependencies } from "./read-dependencies.ts";

const period = (number: number, label: string, text: string): PlanNode => ({
  kind: "period",
  path: `period:${number}`,
  text,
  label,
  lines: [number, number],
  parent: null,
});

const work = (path: string, given: Partial<PlanNode>): PlanNode => ({
  kind: "workPackage",
  path,
  text: path,
  lines: [1, 1],
  parent: path.includes("/") ? (path.split("/")[0] ?? null) : null,
  ...given,
});

const plan = (...notes: (string | undefined)[]): PlanNode[] => [
  period(1, "Month 1", "Direction"),
  work("period:1/a", { label: "Weeks 1-2", text: "Decide", notes: notes[0] }),
  work("period:1/b", { label: "Weeks 3-4", text: "Gather", notes: notes[1] }),
  period(2, "Month 2", "Making"),
  work("period:2/c", { label: "Weeks 1-2", text: "Make", notes: notes[2] }),
];

describe("reading what depends on what", () => {
  it("finds a package by period and label, by period alone and by title", () => {
    const { dependencies, unread } = readDependencies(
      plan(undefined, "Depends on: Month 1, Weeks 1-2", "Some prose.\nDepends on: Month 1"),
    );
    assert.deepEqual(dependencies, [
      { from: "period:1/a", to: "period:1/b" },
      { from: "period:1/a", to: "period:2/c" },
      { from: "period:1/b", to: "period:2/c" },
    ]);
    assert.deepEqual(unread, []);
    assert.deepEqual(
      readDependencies(plan(undefined, undefined, "**Depends on:** Decide; Gather.")).dependencies,
      [
        { from: "period:1/a", to: "period:2/c" },
        { from: "period:1/b", to: "period:2/c" },
      ],
    );
  });

  it("reads dashes, plurals and Spanish alike", () => {
    const { dependencies } = readDependencies(plan(undefined, "Depende de: month 1, week 1 – 2"));
    assert.deepEqual(dependencies, [{ from: "period:1/a", to: "period:1/b" }]);
  });

  it("says which names nothing goes by, also those that two packages share", () => {
    const { dependencies, unread } = readDependencies(
      plan(undefined, undefined, "Depends on: Weeks 1-2; Month 9"),
    );
    assert.deepEqual(dependencies, []);
    assert.deepEqual(
      unread.map(({ name }) => name),
      ["Weeks 1-2", "Month 9"],
    );
  });

  it("lets nothing wait for itself", () => {
    assert.deepEqual(readDependencies(plan("Depends on: Month 1", undefined, undefined)).dependencies, [
      { from: "period:1/b", to: "period:1/a" },
    ]);
  });
});
