import assert from "node:assert/strict";
import { it } from "node:test";
import { readRating } from "./read-rating.ts";

it("reads ratings as plans write them", () => {
  const cases: [string | undefined, number | null][] = [
    ["3", 3],
    ["4/5", 4],
    ["Low", 2],
    ["very low", 1],
    ["Medium", 3],
    ["HIGH", 4],
    ["Very high", 5],
    ["Alta", 4],
    ["muy baja", 1],
    ["media", 3],
    ["6", null],
    ["0", null],
    ["35 %", null],
    ["", null],
    [undefined, null],
  ];
  for (const [text, rating] of cases) assert.equal(readRating(text), rating, String(text));
});
