import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { CLIENT_ADDRESS_HEADER } from "#kernel/auth/client-address.ts";
import { refuse } from "#kernel/errors.ts";
import { limitCalls } from "#kernel/http/limit-calls.ts";

const from = (address: string) =>
  new Request("http://localhost/api/v1/me", { headers: { [CLIENT_ADDRESS_HEADER]: address } });

const token = (tokenId: string): Actor => ({
  kind: "token",
  tokenId,
  personId: "p",
  role: "viewer",
  scopes: ["*"],
  agent: false,
});

const tooMany = { kind: "rate_limited", code: "http.too_many_requests" };

async function times(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done++) await work();
}

describe("limitCalls", () => {
  it("counts each token by itself, whatever address it comes from", async () => {
    let who = token("a");
    const actorOf = limitCalls(async () => who, 400);
    await times(400, () => actorOf(from("192.0.2.1")));
    await assert.rejects(actorOf(from("192.0.2.2")), tooMany);
    who = token("b");
    await actorOf(from("192.0.2.1"));
  });

  it("gives a two-hundredth of that to an address that proves nothing", async () => {
    const actorOf = limitCalls(async () => ({ kind: "anonymous" }), 400);
    await times(2, () => actorOf(from("192.0.2.1")));
    await assert.rejects(actorOf(from("192.0.2.1")), (error: { detail: { retryAfterSeconds: number } }) => {
      assert.ok(error.detail.retryAfterSeconds >= 1 && error.detail.retryAfterSeconds <= 60);
      return true;
    });
    await actorOf(from("192.0.2.2"));
  });

  it("takes a whole /64 of IPv6 for one sender", async () => {
    const actorOf = limitCalls(async () => ({ kind: "anonymous" }), 400);
    await actorOf(from("2001:db8:1:2::1"));
    await actorOf(from("2001:db8:1:2:ffff::9"));
    await assert.rejects(actorOf(from("2001:db8:1:2:abcd::5")), tooMany);
    await actorOf(from("2001:db8:1:3::1"));
  });

  it("counts a key that opens nothing, and answers that until it is too much", async () => {
    const unknown = refuse("unauthenticated", "auth.token_invalid", "No.");
    const actorOf = limitCalls(() => Promise.reject(unknown), 400);
    await times(2, () => assert.rejects(actorOf(from("192.0.2.1")), { code: "auth.token_invalid" }));
    await assert.rejects(actorOf(from("192.0.2.1")), tooMany);
  });

  it("counts nothing at 0", async () => {
    const actorOf = limitCalls(async () => ({ kind: "anonymous" }), 0);
    await times(1000, () => actorOf(from("192.0.2.1")));
  });
});
