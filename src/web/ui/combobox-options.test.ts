import assert from "node:assert/strict";
import { it } from "node:test";
import { optionsMatching } from "#web/ui/combobox-options.ts";

const options = [
  { value: "1", label: "Monthly revenue", group: "Billing" },
  { value: "2", label: "Revenue per customer" },
  { value: "3", label: "Kundenzufriedenheit über alles" },
];

function values(typed: string): string[] {
  return optionsMatching(options, typed).map(({ value }) => value);
}

it("finds options by words, with those that begin so first", () => {
  assert.deepEqual(values("revenue"), ["2", "1"]);
  assert.deepEqual(values("customer rev"), ["2"]);
});

it("minds neither case nor accents, and looks at groups too", () => {
  assert.deepEqual(values("UBER"), ["3"]);
  assert.deepEqual(values("billing"), ["1"]);
});

it("offers everything for nothing and nothing for nonsense", () => {
  assert.deepEqual(values("  "), ["1", "2", "3"]);
  assert.deepEqual(values("xyz"), []);
});
