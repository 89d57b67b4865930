import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A small house in which one file breaks one rule; the checker has to name that rule. */
interface Violation {
  rule: string;
  files: Record<string, string>;
}

const door = {
  "src/modules/alpha/index.ts": "export const door = 1;",
  "src/modules/beta/index.ts": "export const door = 2;",
};

const VIOLATIONS: Violation[] = [
  {
    rule: "no-cycles",
    files: {
      "src/kernel/one.ts": 'import { two } from "./two.ts";\nexport const one = () => two;',
      "src/kernel/two.ts": 'import { one } from "./one.ts";\nexport const two = () => one;',
    },
  },
  {
    rule: "kernel-knows-no-module",
    files: {
      ...door,
      "src/kernel/one.ts": 'import { door } from "../modules/alpha/index.ts";\nexport const one = door;',
    },
  },
  {
    rule: "modules-know-no-app",
    files: {
      "src/main/app.ts": "export const app = 1;",
      "src/modules/alpha/one.ts": 'export { app } from "../../main/app.ts";',
    },
  },
  {
    rule: "module-by-its-door",
    files: {
      ...door,
      "src/modules/alpha/inner.ts": "export const inner = 1;",
      "src/modules/beta/one.ts": 'export { inner } from "../alpha/inner.ts";',
    },
  },
  {
    rule: "calls-of-beta",
    files: { ...door, "src/modules/beta/one.ts": 'export { door } from "../alpha/index.ts";' },
  },
  {
    rule: "web-runtime-imports",
    files: { ...door, "src/web/page.tsx": 'export { door } from "../modules/alpha/index.ts";' },
  },
  {
    rule: "browser-safe-contract",
    files: { "src/modules/alpha/contract.ts": 'export { readFile } from "node:fs/promises";' },
  },
  {
    rule: "tsx-only-in-web",
    files: {
      "src/kernel/view.tsx": "export const view = 1;",
      "src/kernel/one.ts": 'export { view } from "./view.tsx";',
    },
  },
  {
    rule: "sql-lives-below-routes",
    files: {
      "src/modules/alpha/schema.ts": "export const table = 1;",
      "src/modules/alpha/jobs/one.ts": 'export { table } from "../schema.ts";',
    },
  },
  {
    rule: "policy-is-pure",
    files: {
      "src/kernel/clock.ts": "export const clock = 1;",
      "src/modules/alpha/policy.ts": 'export { clock } from "../../kernel/clock.ts";',
    },
  },
  {
    rule: "queries-do-not-write",
    files: {
      "src/modules/alpha/commands/do.ts": "export const run = 1;",
      "src/modules/alpha/queries/get.ts": 'export { run } from "../commands/do.ts";',
    },
  },
  {
    rule: "no-test-code-in-production",
    files: {
      "test/harness.ts": "export const harness = 1;",
      "src/kernel/one.ts": 'export { harness } from "../../test/harness.ts";',
    },
  },
];

interface Report {
  summary: { violations: { rule: { name: string } }[] };
}

function cruise(folder: string): string[] {
  const bin = path.join(ROOT, "node_modules/.bin/depcruise");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [bin, "-c", "dependency-cruiser.cjs", "-T", "json", "src", "test"],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 32 * 1024 * 1024,
    },
  );
  assert.ok(stdout.startsWith("{"), stderr);
  return (JSON.parse(stdout) as Report).summary.violations.map(({ rule }) => rule.name);
}

describe("the dependency rules", () => {
  let base: string;
  before(() => {
    base = mkdtempSync(path.join(tmpdir(), "cairn-boundaries-"));
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  function house(name: string, files: Record<string, string>): string {
    const folder = path.join(base, name);
    for (const [file, text] of Object.entries({
      ...files,
      "src/modules/.keep": "",
      "src/modules/alpha/events.ts": "",
      "src/modules/beta/events.ts": "",
      "test/.keep": "",
    })) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    rmSync(path.join(folder, "src/modules/.keep"));
    for (const shared of ["dependency-cruiser.cjs", "tsconfig.json", "package.json"])
      cpSync(path.join(ROOT, shared), path.join(folder, shared));
    symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
    return folder;
  }

  it("find nothing in a house that keeps them", () => {
    assert.deepEqual(cruise(house("clean", { ...door, "src/kernel/one.ts": "export const one = 1;" })), []);
  });

  for (const { rule, files } of VIOLATIONS)
    it(`name ${rule} when it is broken`, () => {
      assert.ok(cruise(house(rule, files)).includes(rule), `${rule} was not reported`);
    });
});
