import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { demandStorable } from "#kernel/operation/demand-storable.ts";

const refused = (value: unknown): string | undefined => {
  try {
    demandStorable(value);
    return undefined;
  } catch (error) {
    const { code, detail } = error as { code: string; detail: { issues: { path: string }[] } };
    return `${code} ${detail.issues[0]?.path}`;
  }
};

const nested = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));

describe("input that can be kept", () => {
  it("is text of every script, numbers, lists and objects", () => {
    demandStorable({ text: "naïve 日本 👩‍🚀 \r\n\t", list: [1, null, true, { a: "b" }], none: undefined });
    demandStorable(nested(20));
  });

  it("is not text with NUL or half a surrogate pair, wherever it stands, and names the place", () => {
    assert.equal(refused({ a: { b: ["x", "nul\0"] } }), "input.invalid a.b.1");
    assert.equal(refused({ note: "\ud800" }), "input.invalid note");
    assert.equal(refused({ value: { "\0": 1 } }), "input.invalid value");
    assert.equal(refused("\0"), "input.invalid ");
  });

  it("is not nested without end, and telling so needs no deep stack", () => {
    assert.match(refused({ value: nested(100_000) }) ?? "", /^input.invalid value/);
  });
});
