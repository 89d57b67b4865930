import assert from "node:assert/strict";
import { globSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";

const MODULES = path.resolve(import.meta.dirname, "../../src/modules");
const names = readdirSync(MODULES);

/** Views that belong to a module's door (ADR 28). */
const VIEWS = new Set(["people.account_name"]);

const TABLE = new RegExp(
  String.raw`\b(?:from|join|into|update|only)\s+(${names.join("|")})\.("?\w+"?)`,
  "gi",
);

/** Tables of other modules that a module's SQL names. */
const foreignTables = (module: string, source: string): string[] =>
  [...source.matchAll(TABLE)]
    .map(([, schema = "", table = ""]) => `${schema}.${table.replaceAll('"', "")}`)
    .filter((table) => !table.startsWith(`${module}.`) && !VIEWS.has(table));

describe("tables of a module", () => {
  for (const module of names)
    it(`are not in SQL of others: ${module}`, () => {
      const found = globSync("**/*.ts", { cwd: path.join(MODULES, module) })
        .filter((file) => !file.endsWith(".test.ts"))
        .map((file) => ({ file, source: readFileSync(path.join(MODULES, module, file), "utf8") }))
        .flatMap(({ file, source }) => foreignTables(module, source).map((table) => `${file}: ${table}`));
      assert.deepEqual(found, []);
    });

  it("are found where they are named", () => {
    const sql =
      'JOIN people.account a\nFROM people.account_name UPDATE billing."order" INSERT INTO billing.invoice';
    assert.deepEqual(foreignTables("billing", sql), ["people.account"]);
    assert.deepEqual(foreignTables("people", sql), ["billing.order", "billing.invoice"]);
  });
});
