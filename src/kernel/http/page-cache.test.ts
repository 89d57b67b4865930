import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createPageCache } from "#kernel/http/page-cache.ts";

const page = (headers: Record<string, string>, body = "page") => new Response(body, { headers });

const HTML = { "content-type": "text/html; charset=utf-8" };

describe("the page cache", () => {
  const count = (headers: Record<string, string>) => {
    let rendered = 0;
    const cache = createPageCache();
    const scope = {};
    const ask = (key = "/", within: object = scope) =>
      cache.answer(within, { key }, async () => {
        rendered += 1;
        return page(headers, `${rendered}`);
      });
    return { ask, rendered: () => rendered };
  };

  it("renders a public page once", async () => {
    const { ask, rendered } = count({ ...HTML, "cache-control": "public, max-age=60" });
    assert.equal(await (await ask()).text(), "1");
    assert.equal(await (await ask()).text(), "1");
    assert.equal(await (await ask("/other")).text(), "2");
    assert.equal(rendered(), 2);
  });

  it("never keeps what is private, sets a cookie or is no page", async () => {
    for (const headers of [
      { "cache-control": "no-store" },
      {},
      { ...HTML, "cache-control": "public", "set-cookie": "a=b" },
      // Data of a page for scripts: it holds the visitor's own token of forms.
      { "content-type": "text/x-script", "cache-control": "public" },
    ]) {
      const { ask, rendered } = count(headers as Record<string, string>);
      await ask();
      await ask();
      assert.equal(rendered(), 2);
    }
  });

  it("forgets everything when what it depends on is new", async () => {
    const { ask, rendered } = count({ ...HTML, "cache-control": "public" });
    await ask("/", {});
    await ask("/", {});
    assert.equal(rendered(), 2);
  });

  it("gives no answer's own headers to another", async () => {
    const { ask } = count({
      ...HTML,
      "cache-control": "public",
      "x-request-id": "first",
      "content-security-policy": "nonce",
    });
    await ask();
    const again = await ask();
    assert.equal(again.headers.get("x-request-id"), null);
    assert.equal(again.headers.get("content-security-policy"), null);
  });
});
