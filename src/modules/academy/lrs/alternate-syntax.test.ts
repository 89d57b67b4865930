import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import { openLrs, statement, type TestLrs } from "#test/factories/lrs.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded" };

describe("the alternate syntax of 1.0.3", () => {
  let lrs: TestLrs;
  let authorization: string;
  before(async () => {
    lrs = await openLrs();
    ({ authorization } = await lrs.client(["all"]));
  });
  after(() => lrs.close());
  const form = (method: string, fields: Record<string, string>, path = "/statements", more = {}) =>
    lrs.send("POST", path, {
      query: { method },
      body: new URLSearchParams(fields).toString(),
      headers: FORM,
      ...more,
    });
  const content = JSON.stringify(statement());

  it("gets, puts, posts and deletes by POST", async () => {
    const page = (await (await form("GET", { limit: "1" })).json()) as object;
    assert.deepEqual(Object.keys(page), ["statements", "more"]);
    assert.equal((await form("PUT", { statementId: newId(), content })).status, 204);
    assert.equal((await form("POST", { content })).status, 200);
    const place = { activityId: "http://a.example", profileId: newId() };
    const type = { "Content-Type": "text/plain" };
    assert.equal(
      (
        await form(
          "PUT",
          { ...place, ...type, "If-None-Match": "*", content: "héllo" },
          "/activities/profile",
        )
      ).status,
      204,
    );
    const got = await form("GET", place, "/activities/profile");
    assert.equal(got.headers.get("content-type"), "text/plain");
    assert.equal(await got.text(), "héllo");
    assert.equal(
      (await form("PUT", { ...place, "If-Match": '"x"', content: "x" }, "/activities/profile")).status,
      412,
    );
    assert.equal((await form("DELETE", place, "/activities/profile")).status, 204);
    assert.equal((await form("HEAD", place, "/activities/profile")).status, 404);
  });

  it("takes headers from its form before those of the request", async () => {
    const fields = {
      statementId: newId(),
      content,
      Authorization: authorization,
      "X-Experience-API-Version": "1.0.3",
    };
    assert.equal(
      (await form("PUT", fields, "/statements", { authorization: null, version: "" })).status,
      204,
    );
    assert.equal((await form("PUT", { ...fields, "X-Experience-API-Version": "0.8" })).status, 400);
    assert.equal((await form("PUT", { ...fields, Authorization: "Basic eDp5" })).status, 401);
  });

  it("refuses what is not its own", async () => {
    const statementId = newId();
    const extra = await lrs.send("POST", "/statements", {
      query: { method: "PUT", statementId },
      body: new URLSearchParams({ statementId, content }).toString(),
      headers: FORM,
    });
    assert.equal(extra.status, 400, "another parameter beside the form");
    assert.equal((await form("PUT", { statementId })).status, 400, "no content");
    assert.equal((await form("GET", { foo: "bar" })).status, 400, "a field that is no parameter");
    assert.equal((await form("PATCH", { content })).status, 405);
    const json = await lrs.send("POST", "/statements", {
      query: { method: "PUT" },
      body: JSON.stringify({ statementId, content }),
      headers: FORM,
    });
    assert.equal(json.status, 400, "a body that is no form");
    for (const method of ["GET", "PUT"])
      assert.equal(
        (
          await lrs.send(method, "/statements", {
            query: { method: "POST" },
            ...(method === "PUT" ? { body: "x", headers: FORM } : {}),
          })
        ).status,
        400,
      );
  });

  it("is not there in 2.0", async () => {
    for (const method of ["GET", "PUT", "POST"])
      assert.equal(
        (await form(method, { statementId: newId(), content }, "/statements", { version: "2.0.0" })).status,
        400,
      );
    assert.equal((await form("GET", { "X-Experience-API-Version": "2.0.0" })).status, 400);
  });
});

describe("pages of other origins", () => {
  let lrs: TestLrs;
  before(async () => {
    lrs = await openLrs();
    await lrs.client(["statements/write"], ["https://Courses.example.com"]);
  });
  after(() => lrs.close());
  const ask = (method: string, origin: string) =>
    lrs.send(method, "/statements", { headers: { origin }, authorization: null });

  it("may call where a client registered them", async () => {
    for (const origin of ["https://courses.example.com", "null"]) {
      const preflight = await ask("OPTIONS", origin);
      assert.equal(preflight.status, 204);
      assert.equal(preflight.headers.get("access-control-allow-origin"), origin);
      assert.match(preflight.headers.get("access-control-allow-methods") ?? "", /PUT/);
      assert.match(preflight.headers.get("access-control-allow-headers") ?? "", /X-Experience-API-Version/);
      assert.equal(preflight.headers.get("access-control-allow-credentials"), null);
      const refused = await ask("GET", origin);
      assert.equal(refused.status, 401);
      assert.equal(refused.headers.get("access-control-allow-origin"), origin, "a page may read why");
    }
  });

  it("may not where nobody did", async () => {
    for (const origin of [
      "https://evil.example",
      "http://courses.example.com",
      "https://courses.example.com.evil.example",
    ]) {
      assert.equal((await ask("OPTIONS", origin)).headers.get("access-control-allow-origin"), null);
      assert.equal((await ask("GET", origin)).headers.get("access-control-allow-origin"), null);
    }
  });
});
