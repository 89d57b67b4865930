import assert from "node:assert/strict";
import { it } from "node:test";
import { knownChoice, knownId } from "./known-choice.ts";

const STATES = [
  { value: "met", label: "Met" },
  { value: "missed", label: "Missed" },
] as const;

it("takes from an address what can be chosen and nothing else", () => {
  assert.equal(knownChoice(STATES, "missed"), "missed");
  assert.equal(knownChoice(STATES, "Missed"), undefined);
  assert.equal(knownChoice(STATES, undefined), undefined);
});

it("takes an id for an id and nothing else", () => {
  const id = "01a20c6f-9cb3-75f8-a2b1-d18f50d0262b";
  assert.equal(knownId(id), id);
  assert.deepEqual(
    [knownId("nonsense"), knownId(`${id}0`), knownId(undefined)],
    [undefined, undefined, undefined],
  );
});
