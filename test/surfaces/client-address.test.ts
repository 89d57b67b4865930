import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createAuthentication } from "#kernel/auth/authentication.ts";
import { CLIENT_ADDRESS_HEADER, clientAddressOf } from "#kernel/auth/client-address.ts";
import { createWeb } from "#main/server.ts";
import { openTestApp } from "#test/harness.ts";

/** What pages are told of the sender of a request with these headers. */
async function addressSeen(env: Record<string, string>, headers: Record<string, string>): Promise<string> {
  const house = await openTestApp({ env });
  const web = await createWeb(house.app, {
    auth: createAuthentication(house.app, "a secret only for tests, long enough"),
    pages: async (request) => new Response(clientAddressOf(request)),
    metrics: async () => new Response(""),
  });
  const answer = await (await web.request("http://localhost/somewhere", { headers })).text();
  await house.close();
  return answer;
}

describe("the address a request comes from", () => {
  const claimed = { [CLIENT_ADDRESS_HEADER]: "192.0.2.66", "x-forwarded-for": "203.0.113.9, 198.51.100.7" };

  it("is not what the sender says", async () => {
    assert.equal(await addressSeen({}, claimed), "unknown");
  });

  it("is what the proxy in front says, where it is trusted: the last one it added", async () => {
    assert.equal(await addressSeen({ CAIRN_TRUST_PROXY: "1" }, claimed), "198.51.100.7");
  });
});
