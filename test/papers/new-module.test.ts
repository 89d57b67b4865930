import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { whyNot, withModule } from "../../scripts/new-module.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const COPIED = [
  "src",
  "test",
  "db",
  "scripts",
  "package.json",
  "tsconfig.json",
  "dependency-cruiser.cjs",
  "oxlintrc.json",
  "biome.json",
];

describe("npm run new:module", () => {
  let folder: string;
  /** Runs Node in the copied house; `env` without what ties a test to the run it stands in. */
  const run = (...args: string[]) => {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    return { status, text: stdout + stderr };
  };
  const tool = (name: string, ...args: string[]) =>
    run(path.join(folder, "node_modules/.bin", name), ...args);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "cairn-new-module-"));
    for (const name of COPIED) cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
    const made = run("scripts/new-module.ts", "orders");
    assert.equal(made.status, 0, made.text);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("makes a module that type checks", () => {
    const include = ["src/modules/orders", "src/main/modules.ts", "src/kernel/clock.ts"];
    writeFileSync(
      path.join(folder, "tsconfig.orders.json"),
      JSON.stringify({ extends: "./tsconfig.json", include }),
    );
    const { status, text } = tool("tsc", "-p", "tsconfig.orders.json");
    assert.equal(status, 0, text);
  });

  it("makes a module that keeps the rules of the house", () => {
    const lint = tool("oxlint", "-c", "oxlintrc.json", "--deny-warnings", "src/modules/orders");
    assert.equal(lint.status, 0, lint.text);
    // The copy borrows node_modules by a link, and what is behind it has a longer path.
    const config = `module.exports = JSON.parse(JSON.stringify(require("./dependency-cruiser.cjs"))
      .replaceAll('"^node_modules/', '"(^|/)node_modules/'));`;
    writeFileSync(path.join(folder, "orders.cjs"), config);
    const deps = tool("depcruise", "-c", "orders.cjs", "src/modules/orders", "src/main/modules.ts");
    assert.equal(deps.status, 0, deps.text);
  });

  it("makes a module whose tests pass, with its migration", () => {
    const flags = ["--test", "--test-global-setup=test/global-setup.ts", "--test-reporter=tap"];
    const { status, text } = run(...flags, "src/modules/orders/orders.test.ts");
    assert.equal(status, 0, text);
    assert.match(text, /# pass [1-9]/);
  });

  it("refuses a second module of the name, and changes nothing", () => {
    const list = path.join(folder, "src/main/modules.ts");
    const earlier = readFileSync(list, "utf8");
    const { status, text } = run("scripts/new-module.ts", "orders");
    assert.equal(status, 2);
    assert.match(text, /There is a module orders already/);
    assert.equal(readFileSync(list, "utf8"), earlier);
  });

  it("refuses names that are no word of the field", () => {
    for (const name of [
      undefined,
      "",
      "Billing",
      "two words",
      "a",
      "../up",
      "utils",
      "kernel",
      "pgnotes",
      "9lives",
      "playbook",
    ])
      assert.ok(whyNot(name, ROOT), String(name));
    assert.equal(whyNot("warehouse", ROOT), undefined);
  });

  it("does not guess where a list went", () => {
    assert.throws(() => withModule("export const other = [];", "warehouse"), /by hand/);
  });
});
