import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { type LineNode, type ReadFile, sourceSegments } from "./source-lines.ts";

const node = (kind: string, text: string, lines: [number, number]): LineNode => ({
  nodeId: null,
  kind,
  text,
  lines,
  numeric: false,
});

const file: ReadFile = {
  text: "# Plan\n\n## Phase 1\nWhy it comes first.\n\n- A, B\n- C\n  goes on\nMilk\n---",
  nodes: [
    node("phase", "Phase 1", [3, 10]),
    node("deliverable", "A", [6, 6]),
    node("deliverable", "B", [6, 6]),
    node("deliverable", "C", [7, 8]),
  ],
  skipped: [{ lines: [9, 9], why: "it is not part of a plan" }],
  structure: [{ lines: [1, 1], as: "title" }],
  lint: [{ lines: [8, 8], message: "Two say different things" }],
};

const shape = (from = 1, to = 100) =>
  sourceSegments(file, from, to).map(({ lines, became, structure, skipped }) => [
    lines.map(({ number }) => number).join(),
    became.map(({ kind, text }) => `${kind} ${text}`).join("; ") || structure || skipped || "",
  ]);

describe("sourceSegments", () => {
  it("puts lines beside what they became", () => {
    assert.deepEqual(shape(), [
      ["1", "title"],
      ["2", ""],
      ["3", "phase Phase 1"],
      ["4", "notes Phase 1"],
      ["5", ""],
      ["6", "deliverable A; deliverable B"],
      ["7", "deliverable C"],
      ["8", "deliverable C"],
      ["9", "it is not part of a plan"],
      ["10", ""],
    ]);
  });

  it("keeps lines of one thing together unless a finding stands between", () => {
    const [segment] = sourceSegments({ ...file, lint: [] }, 7, 8);
    assert.deepEqual(
      segment?.lines.map(({ text }) => text),
      ["- C", "  goes on"],
    );
    assert.deepEqual(sourceSegments(file, 8, 8)[0]?.lint, ["Two say different things"]);
  });

  it("shows the lines asked for and no others", () => {
    assert.deepEqual(
      shape(4, 6).map(([lines]) => lines),
      ["4", "5", "6"],
    );
    assert.deepEqual(shape(11, 20), []);
  });

  it("cuts a line that nobody could read", () => {
    const [segment] = sourceSegments({ ...file, text: "x".repeat(5_000), nodes: [], lint: [] }, 1, 1);
    assert.match(segment?.lines[0]?.text ?? "", /^x{2000}… \(3000 more characters\)$/);
  });

  it("shows each line once, in order, whatever the ranges are", () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    const kinds = fc.constantFrom("phase", "deliverable", "kpi");
    const nodes = fc.array(fc.record({ kind: kinds, lines: range }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), nodes, fc.array(range), (breaks, found, ranges) => {
        const segments = sourceSegments(
          {
            text: "a\n".repeat(breaks),
            nodes: found.map(({ kind, lines }) => node(kind, "x", lines)),
            skipped: ranges.map((lines) => ({ lines, why: "y" })),
            structure: [],
            lint: ranges.map((lines) => ({ lines, message: "z" })),
          },
          1,
          1_000,
        );
        const numbers = segments.flatMap(({ lines }) => lines.map(({ number }) => number));
        assert.deepEqual(
          numbers,
          Array.from({ length: breaks + 1 }, (_, index) => index + 1),
        );
      }),
    );
  });
});
