import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Hono } from "hono";
import type { Actor } from "#kernel/actor.ts";
import { fileRoutes } from "#kernel/files/file-routes.ts";
import type { Env } from "#kernel/http/env.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("file routes", () => {
  let house: TestApp;
  let web: Hono<Env>;
  let actor: Actor;
  before(async () => {
    house = await openTestApp();
    web = new Hono<Env>();
    web.use((context, next) => {
      context.set("requestId", "r");
      return next();
    });
    fileRoutes(web, { runtime: house.app, clock: house.clock, actorOf: async () => actor });
  });
  after(() => house.close());
  const post = (headers: Record<string, string> = { origin: "http://house.test", host: "house.test" }) =>
    web.request("http://house.test/api/v1/files?name=plan.md", { method: "POST", body: "# Plan", headers });

  it("keep what a person uploads and give it back as a download", async () => {
    actor = house.person("editor");
    const response = await post();
    assert.equal(response.status, 201);
    const { fileId, name, bytes } = await response.json();
    assert.deepEqual([name, bytes], ["plan.md", 6]);
    actor = house.person("viewer");
    const file = await web.request(`http://house.test/files/${fileId}`);
    assert.equal(await file.text(), "# Plan");
    assert.match(file.headers.get("content-disposition") ?? "", /^attachment/);
    assert.equal((await house.call("platform.get_file", { fileId }, "viewer")).name, "plan.md");
  });

  it("refuse who may not, and pages that are not ours", async () => {
    actor = { kind: "anonymous" };
    assert.equal((await post()).status, 401);
    actor = house.person("viewer");
    assert.equal((await post()).status, 403);
    actor = house.person("editor");
    assert.equal((await post({ origin: "https://evil.test", host: "house.test" })).status, 403);
    actor = { kind: "person", personId: "0190aaaa-0000-7000-8000-000000000000", role: null };
    assert.equal(
      (await web.request("http://house.test/files/0190aaaa-0000-7000-8000-000000000000")).status,
      403,
    );
  });

  it("answer 404 for a file that is not there", async () => {
    actor = house.person("owner");
    const response = await web.request("http://house.test/files/0190aaaa-0000-7000-8000-000000000000");
    assert.equal(response.status, 404);
    assert.equal((await response.json()).code, "files.not_found");
  });
});
