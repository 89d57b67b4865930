import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Block } from "#modules/academy/contract/content.ts";
import { compareBlocks } from "#modules/academy/rules/authoring/compare-blocks.ts";

const code = (id: string, text = "x"): Block => ({ id, kind: "code", language: null, code: text });

describe("what a save did", () => {
  it("counts blocks that came, went and changed, and sees another order", () => {
    const before = [code("a"), code("b"), code("c")];
    assert.deepEqual(compareBlocks(before, before), { added: 0, removed: 0, changed: 0, isMoved: false });
    assert.deepEqual(compareBlocks(before, [code("c"), code("b", "y"), code("d")]), {
      added: 1,
      removed: 1,
      changed: 1,
      isMoved: true,
    });
    assert.deepEqual(compareBlocks(before, [code("a"), code("n"), code("c")]), {
      added: 1,
      removed: 1,
      changed: 0,
      isMoved: false,
    });
  });
});
