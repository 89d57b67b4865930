import assert from "node:assert/strict";
import { it } from "node:test";
import { comeBack, readComeBack } from "./come-back.ts";

it("a browser remembers what it was sent to a provider for, and takes nothing else for it", () => {
  const id = "01a20d4a-0000-7000-8000-00000000000a";
  const asked = (cookie: string) =>
    readComeBack(new Request("http://cairn.test/", { headers: { cookie } }), "attempt");
  const set = comeBack("attempt", id, true);
  assert.match(set, /; Path=\/account; .*HttpOnly; SameSite=Lax; Secure$/);
  assert.equal(asked(`theme=dark; ${set.split(";")[0]}`), id);
  assert.equal(asked(`setup=${id}`), null);
  assert.equal(asked("attempt=../../etc"), null);
  assert.equal(readComeBack(new Request("http://cairn.test/"), "attempt"), null);
});
