import assert from "node:assert/strict";
import { it } from "node:test";
import { makeSlug } from "./make-slug.ts";

it("makes an address out of a title", () => {
  assert.equal(makeSlug("Über Preise & Größe: Teil 1"), "ueber-preise-groesse-teil-1");
  assert.equal(makeSlug("Élan vital"), "elan-vital");
  assert.equal(makeSlug("計画"), "");
  assert.match(makeSlug(`${"a".repeat(79)} b`), /^a{79}$/);
});
