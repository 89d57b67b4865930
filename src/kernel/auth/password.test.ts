import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hashPassword, verifyPassword } from "#kernel/auth/password.ts";

describe("passwords", () => {
  it("are hashed with argon2id at OWASP's cost, each with its own salt", async () => {
    const [one, two] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$=]{22}\$[^$=]{43}$/);
    assert.notEqual(one, two);
  });

  it("open with the same words and no others", async () => {
    const hash = await hashPassword("correct horse");
    assert.equal(await verifyPassword(hash, "correct horse"), true);
    assert.equal(await verifyPassword(hash, "correct horsf"), false);
    assert.equal(await verifyPassword("$argon2id$broken", "correct horse"), false);
    assert.equal(await verifyPassword("", ""), false);
  });

  it("open however the keyboard composed the letters", async () => {
    const hash = await hashPassword("Grüße aus Köln");
    assert.equal(await verifyPassword(hash, "Gru\u0308ße aus Ko\u0308ln"), true);
  });

  it("reads a hash another program made (argon2 reference implementation)", async () => {
    // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32, from the reference implementation's own tests.
    const reference =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assert.equal(await verifyPassword(reference, "password"), true);
  });
});
