import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PASSWORD_MAX, passwordFault } from "#kernel/browser/password-rules.ts";

describe("passwordFault", () => {
  for (const password of [
    "correct horse battery",
    "fjord lantern 7 mud",
    "a9$kQz!72bLp",
    "Grüße aus Köln im Mai",
  ])
    it(`takes ${password}`, () =>
      assert.equal(passwordFault(password, ["Ada Lovelace", "ada@example.com"]), null));

  for (const password of ["short", "elevenchars"])
    it(`wants more than ${password}`, () => assert.match(passwordFault(password) ?? "", /at least 12/));

  for (const password of [
    "password1234",
    "Passwort2026!",
    "aaaaaaaaaaaaaaaa",
    "123456789012",
    "qwertyuiopasdfghjkl",
    "abababababababab",
    "AdaLovelace1815",
    "ada@example.com",
    "cairn admin 2027",
  ])
    it(`refuses ${password}`, () =>
      assert.match(passwordFault(password, ["Ada Lovelace", "ada@example.com"]) ?? "", /easy to guess/));

  it("has an upper end, so that hashing one costs little", () =>
    assert.match(passwordFault("x y".repeat(PASSWORD_MAX)) ?? "", /at most/));
});
