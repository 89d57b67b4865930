import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { createAuthentication } from "#kernel/auth/authentication.ts";
import { newId } from "#kernel/ids.ts";
import { createWeb } from "#main/server.ts";
import { fileRoutes } from "#kernel/files/file-routes.ts";
import { createPeople, personId } from "#test/factories/people.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const JSON_TYPE = { "content-type": "application/json" };

describe("the doors of the house", () => {
  let house: TestApp;
  let actor: Actor;
  let read: number;
  let refused: string | undefined;
  let rendered = 0;
  let kept = "no-store";
  let hasSession = false;
  let ask: (path: string, init?: RequestInit & { duplex?: "half" }) => Promise<Response>;

  before(async () => {
    house = await openTestApp({ env: { CAIRN_API_RATE_LIMIT: "400" } });
    await createPeople(house);
    const auth = createAuthentication(house.app, "a secret only for tests, long enough");
    const web = await createWeb(house.app, {
      auth: { ...auth, actorOf: async () => actor, hasSessionCookie: () => hasSession },
      pages: async (request, visit) => {
        refused = visit.refused?.code;
        read = (await request.arrayBuffer()).byteLength;
        rendered += 1;
        return new Response("page", { headers: { "content-type": "text/html", "cache-control": kept } });
      },
      metrics: async () => new Response(""),
      routes: fileRoutes,
    });
    ask = async (path, init) => web.request(new Request(`http://localhost${path}`, init));
  });
  after(() => house.close());

  describe("for a browser that is signed in", () => {
    before(() => {
      actor = house.person("owner");
    });
    const rename = (headers: Record<string, string>) =>
      ask("/api/v1/me", {
        method: "PATCH",
        body: JSON.stringify({ name: "Olga" }),
        headers: { ...JSON_TYPE, host: "localhost", ...headers },
      });

    for (const headers of [
      {},
      { origin: "null" },
      { origin: "not an address" },
      { origin: "http://evil.test" },
      { origin: "http://localhost.evil.test" },
      { origin: "http://sub.localhost" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "cross-site", origin: "http://localhost" },
    ])
      it(`change nothing when ${JSON.stringify(headers)} is all that is said of the sender`, async () => {
        const answer = await rename(headers as Record<string, string>);
        assert.equal(answer.status, 403);
        assert.equal(((await answer.json()) as { code: string }).code, "http.cross_site");
      });

    it("change what our own pages ask for", async () => {
      assert.equal((await rename({ "sec-fetch-site": "same-origin" })).status, 200);
      assert.equal((await rename({ origin: "http://localhost" })).status, 200);
    });

    it("answer a file id that is none with 404", async () => {
      assert.equal((await ask(`/files/${"-".repeat(36)}`)).status, 200, "falls through to the pages");
      assert.equal((await ask(`/files/${newId()}`)).status, 404);
    });
  });

  describe("for a token", () => {
    before(() => {
      actor = {
        kind: "token",
        tokenId: newId(),
        personId: personId(house, "owner"),
        role: "owner",
        scopes: ["*"],
        agent: false,
      };
    });
    const endless = () => {
      const chunk = new Uint8Array(1_000_000).fill(32);
      return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    };

    for (const path of ["/api/v1/playbook/comments", "/mcp"])
      it(`stop reading a body without end at ${path}`, async () => {
        const answer = await ask(path, {
          method: "POST",
          body: endless(),
          duplex: "half",
          headers: { ...JSON_TYPE, accept: "application/json, text/event-stream" },
        });
        assert.ok([400, 413].includes(answer.status), String(answer.status));
      });

    it("leave no line open at /mcp, where there is nothing to say unasked", async () => {
      assert.equal((await ask("/mcp", { headers: { accept: "text/event-stream" } })).status, 405);
    });

    it("take an idempotency key of a sensible length", async () => {
      const headers = { ...JSON_TYPE, "idempotency-key": "k".repeat(201) };
      const answer = await ask("/api/v1/me", { method: "PATCH", body: "{}", headers });
      assert.equal(answer.status, 422);
    });

    it("answer 429 with the seconds to wait past the limit, and others go on", async () => {
      actor = { ...actor, tokenId: newId() } as Actor;
      const ask401 = () => ask("/api/v1/me");
      for (let calls = 0; calls < 400; calls++) assert.equal((await ask401()).status, 200);
      const answer = await ask401();
      assert.equal(answer.status, 429);
      assert.match(answer.headers.get("retry-after") ?? "", /^[1-9]\d?$/);
      assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
      actor = { ...actor, tokenId: newId() } as Actor;
      assert.equal((await ask401()).status, 200);
    });
  });

  describe("for a stranger", () => {
    before(() => {
      actor = { kind: "anonymous" };
    });

    it("read a form of a few fields, and no large one", async () => {
      const send = (body: string) => ask("/sign-in", { method: "POST", body });
      assert.equal((await send("x".repeat(60_000))).status, 200);
      assert.deepEqual([read, refused], [60_000, undefined]);
      const long = { "content-length": "70000" };
      await ask("/sign-in", { method: "POST", body: "x".repeat(70_000), headers: long });
      assert.deepEqual([read, refused], [0, "http.body_too_large"], "the page is asked to say so");
    });

    it("keep a public page for strangers alone: who is signed in sees it in their own language", async () => {
      kept = "public, max-age=60";
      const soFar = rendered;
      for (let visit = 0; visit < 3; visit++) await ask("/pricing");
      assert.equal(rendered, soFar + 1);
      hasSession = true;
      for (let visit = 0; visit < 2; visit++) await ask("/pricing");
      assert.equal(rendered, soFar + 3);
      hasSession = false;
      kept = "no-store";
    });

    it("let nothing be kept that does not say so itself", async () => {
      for (const path of ["/sign-in", "/api/v1/me", "/api/v1/openapi.json", "/healthz", "/nowhere"])
        assert.equal((await ask(path)).headers.get("cache-control"), "no-store", path);
    });
  });
});
