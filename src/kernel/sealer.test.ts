import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { createSealer } from "#kernel/sealer.ts";

const house = createSealer(() => "a secret only for tests, long enough");

describe("a sealer", () => {
  it("gives back what it sealed, and seals nothing twice alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const sealed = house.seal("trial", text);
        assert.equal(house.open("trial", sealed), text);
        assert.notEqual(house.seal("trial", text), sealed);
      }),
    );
  });

  it("opens nothing for another purpose, under another secret, or with one bit changed", () => {
    const sealed = house.seal("trial", "private");
    const other = createSealer(() => "another secret, just as long as it is");
    assert.throws(() => house.open("other", sealed), { code: "secret.changed" });
    assert.throws(() => other.open("trial", sealed), { code: "secret.changed" });
    const bytes = Buffer.from(sealed, "base64url");
    for (let at = 0; at < bytes.length; at += 1) {
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 1;
      assert.throws(() => house.open("trial", broken.toString("base64url")), { code: "secret.changed" });
    }
    assert.throws(() => house.open("trial", ""), { code: "secret.changed" });
  });
});
