import assert from "node:assert/strict";
import { it } from "node:test";
import { encodingWords } from "./encoding-words.ts";

it("says what was repaired, and nothing of a clean file", () => {
  assert.match(encodingWords({ repaired: true, chain: ["cp1252"] }) ?? "", /as if it were Windows-1252\. /);
  assert.match(
    encodingWords({ repaired: true, chain: ["cp1252", "macroman"] }) ?? "",
    /Windows-1252 and Mac Roman, 2 times over/,
  );
  assert.match(
    encodingWords({ repaired: false, chain: [], read: "cp1252" }) ?? "",
    /in Windows-1252, not in UTF-8/,
  );
  assert.equal(encodingWords({ repaired: false, chain: [], read: "utf-8" }), null);
  assert.equal(encodingWords({ repaired: false, chain: [] }), null);
});
