import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pageRequest } from "#kernel/http/page-request.ts";

const post = () =>
  new Request("http://cairn.example.com/sign-in?next=%2Fconsole", {
    method: "POST",
    body: new URLSearchParams({ email: "ada@example.test" }),
    headers: { origin: "https://cairn.example.com", cookie: "a=b" },
  });

describe("pageRequest", () => {
  it("stands at the public address behind TLS, so that a form comes from where it goes to", async () => {
    const request = pageRequest(post(), { https: true, maxBytes: 1000 });
    assert.equal(request.url, "https://cairn.example.com/sign-in?next=%2Fconsole");
    assert.equal(new URL(request.url).origin, request.headers.get("origin"));
    assert.equal(request.headers.get("cookie"), "a=b");
    assert.equal((await request.formData()).get("email"), "ada@example.test");
  });

  it("stays as it is on plain http", () => {
    assert.equal(pageRequest(post(), { https: false, maxBytes: 1000 }).url, post().url);
  });

  it("is bounded either way", () => {
    const long = new Request("http://localhost/", {
      method: "POST",
      body: "x",
      headers: { "content-length": "1001" },
    });
    for (const https of [true, false])
      assert.throws(() => pageRequest(long, { https, maxBytes: 1000 }), { code: "http.body_too_large" });
  });
});
