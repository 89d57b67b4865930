import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { wayOutOf } from "./describe-loss.ts";
import { isSatisfied, judgeProof } from "./judge-proof.ts";
import type { FoundBinding } from "./types.ts";

const PAGES = ["Home", "Courses", "Pricing", "About", "Contact"].map((label, index) => ({
  id: `p${index}`,
  label,
}));

const pages = (given: Partial<FoundBinding> = {}): FoundBinding => ({
  id: "b",
  title: "Published pages",
  suggested: false,
  brought: false,
  live: true,
  needed: 5,
  found: 5,
  rows: PAGES,
  seen: [],
  ...given,
});
const link = (given: Partial<FoundBinding> = {}) =>
  pages({
    title: "Link",
    brought: true,
    needed: 1,
    found: 1,
    rows: [{ id: "l", label: "Handbook" }],
    ...given,
  });
const PROVED = { proved: true, reopened: false, reason: "Published pages: 5" };

describe("proof", () => {
  it("needs something", () => {
    assert.deepEqual(judgeProof([], null), { proved: false, reason: "Nothing proves it yet" });
  });

  it("is there when everything asked for is there", () => {
    assert.deepEqual(judgeProof([pages()], null), { proved: true, reason: "Published pages: 5" });
    assert.deepEqual(judgeProof([pages({ found: 4, rows: PAGES.slice(1) })], null), {
      proved: false,
      reason: "Published pages: 4 of 5",
    });
  });

  it("by a brought link alone says which", () => {
    assert.equal(judgeProof([link()], null).reason, "Link: “Handbook”");
  });

  it("is not held up by a suggestion, nor by a kind nobody shows yet", () => {
    const waiting = pages({ suggested: true, live: false, found: 0, rows: [] });
    const unfinished = pages({ suggested: true, found: 3, rows: PAGES.slice(2) });
    assert.equal(judgeProof([waiting, unfinished, link()], null).proved, true);
    assert.equal(judgeProof([waiting, unfinished], null).proved, false);
  });

  it("can be given by a suggestion that finds enough", () => {
    assert.equal(judgeProof([pages({ suggested: true })], null).proved, true);
  });

  it("is refused while something asked for is missing, whatever else was brought", () => {
    assert.equal(judgeProof([pages({ found: 4, rows: PAGES.slice(1) }), link()], null).proved, false);
  });
});

describe("a proof that is lost", () => {
  const four = PAGES.filter(({ label }) => label !== "Pricing");

  it("names what disappeared, how, and what remains", () => {
    const lost = judgeProof(
      [pages({ found: 4, rows: four, seen: PAGES })],
      PROVED,
      wayOutOf("site.page_unpublished"),
    );
    assert.deepEqual(lost, { proved: false, reason: "“Pricing” was unpublished; 4 of 5 remain" });
  });

  it("counts when many are gone", () => {
    const rows = PAGES.slice(3);
    const { reason } = judgeProof([pages({ found: 2, rows, seen: PAGES })], PROVED, "was unpublished");
    assert.equal(reason, "“Home”, “Courses” and 1 more were unpublished; 2 of 5 remain");
  });

  it("does not call it nothing while something else is there", () => {
    const lost = pages({ needed: 1, found: 0, rows: [], seen: PAGES.slice(0, 1) });
    assert.equal(
      judgeProof([lost, link()], PROVED, "was withdrawn").reason,
      "“Home” was withdrawn; Published pages: 0 of 1; still there: Link: “Handbook”",
    );
    const empty = link({ found: 0, rows: [] });
    assert.equal(
      judgeProof([lost, empty], PROVED, "was withdrawn").reason,
      "“Home” was withdrawn; nothing remains",
    );
  });

  it("names nothing when the list was cut short", () => {
    const { reason } = judgeProof([pages({ needed: 9, found: 8, rows: four, seen: PAGES })], PROVED);
    assert.equal(reason, "Published pages: 8 of 9 remain");
  });

  it("says when more is asked for than before", () => {
    const { reason } = judgeProof([pages({ needed: 6, seen: PAGES })], PROVED);
    assert.equal(reason, "Published pages: 5 of 6");
  });

  it("keeps its words until something changes", () => {
    const before = { proved: false, reopened: true, reason: "“Pricing” was unpublished; 4 of 5 remain" };
    assert.equal(judgeProof([pages({ found: 4, rows: four, seen: four })], before).reason, before.reason);
    const three = four.slice(1);
    const other = judgeProof(
      [pages({ needed: 9, found: 3, rows: three, seen: four })],
      before,
      "was removed",
    );
    assert.equal(other.reason, "“Home” was removed; 3 of 9 remain");
  });
});

describe("laws of proof", () => {
  const anyBinding = fc
    .record({
      suggested: fc.boolean(),
      brought: fc.boolean(),
      live: fc.boolean(),
      needed: fc.integer({ min: 1, max: 4 }),
      found: fc.integer({ min: 0, max: 4 }),
    })
    .map((given) => pages({ ...given, rows: PAGES.slice(0, given.found) }));

  it("finding more never loses a proof", () => {
    fc.assert(
      fc.property(fc.array(anyBinding, { maxLength: 5 }), fc.nat({ max: 4 }), (bindings, at) => {
        const more = bindings.map((binding, index) =>
          index === at ? { ...binding, found: binding.found + 1 } : binding,
        );
        assert.ok(Number(judgeProof(more, null).proved) >= Number(judgeProof(bindings, null).proved));
      }),
    );
  });

  it("nothing is proved by nothing", () => {
    fc.assert(
      fc.property(fc.array(anyBinding, { maxLength: 5 }), (bindings) => {
        if (!bindings.some(isSatisfied)) assert.equal(judgeProof(bindings, null).proved, false);
      }),
    );
  });
});
