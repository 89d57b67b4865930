import assert from "node:assert/strict";
import { it } from "node:test";
import { ownPath, ownPathOf } from "./own-path.ts";

it("pages about oneself lead to each other where they are looked at", () => {
  assert.equal(ownPath("/console/profile/security", "profile"), "/console/profile");
  assert.equal(ownPath("/console/profile", "recovery-codes"), "/console/profile/recovery-codes");
  assert.equal(ownPath("/account/profile", "security"), "/account/security");
  assert.equal(
    ownPathOf(new Request("http://cairn.test/account/security.data"), "profile"),
    "/account/profile",
  );
});
