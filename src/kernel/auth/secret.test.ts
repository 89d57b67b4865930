import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { loadSecret } from "#kernel/auth/secret.ts";
import { readConfig } from "#kernel/config.ts";

describe("the house's secret", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "cairn-secret-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is what the setting says", () => {
    const CAIRN_SECRET = "0123456789abcdef0123456789abcdef";
    assert.equal(loadSecret(readConfig({ CAIRN_SECRET }), folder), CAIRN_SECRET);
  });

  it("is made once, kept for its owner's eyes, and found again", () => {
    const made = loadSecret(readConfig({}), folder);
    assert.match(made, /^[\w-]{43}$/);
    assert.equal(loadSecret(readConfig({}), folder), made);
    const file = path.join(folder, "secret");
    assert.equal(readFileSync(file, "utf8").trim(), made);
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it("must be set where several hosts may share the database", () => {
    const shared = readConfig({ DATABASE_URL: "postgres://db.example.test/cairn" });
    assert.throws(() => loadSecret(shared, folder), { code: "config.secret_missing" });
  });
});
