import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { settingsSchema } from "#kernel/config.ts";
import { SETTINGS_PAPERS, settingsTable, withSettings } from "../../scripts/settings-table.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

describe("the table of settings", () => {
  it("names every setting once, with a meaning", () => {
    const rows = settingsTable().split("\n").slice(2);
    assert.equal(rows.length, Object.keys(settingsSchema.shape).length);
    for (const row of rows) assert.match(row, /^\| `[A-Z][A-Z0-9_]+` \| [^|]* \| [^|]{10,} \|$/, row);
  });

  for (const paper of SETTINGS_PAPERS)
    it(`is up to date in ${paper} (npm run docs:settings)`, () => {
      const text = readFileSync(path.join(ROOT, paper), "utf8");
      assert.equal(withSettings(text), text);
    });

  it("is missed when its place is gone", () => {
    assert.throws(() => withSettings("# No table here"), /no place for the settings/);
  });
});
