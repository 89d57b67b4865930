import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Readable } from "node:stream";
import { receiveUpload } from "#kernel/files/receive-upload.ts";
import { getFile } from "#kernel/files/save-file.ts";
import { serveFile } from "#kernel/files/serve-file.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const ADDRESS = "http://house.test/api/v1/files";

const raw = (body: BodyInit, type = "text/plain", query = "?name=a%20b.txt") =>
  new Request(ADDRESS + query, { method: "POST", body, headers: { "content-type": type } });
const form = (file: Blob | string, name = "a.txt") => {
  const fields = new FormData();
  fields.append("csrf", "x");
  if (typeof file === "string") fields.append("file", file);
  else fields.append("file", file, name);
  return new Request(ADDRESS, { method: "POST", body: fields });
};

const stream = (count: number) =>
  new Request(ADDRESS, {
    method: "POST",
    duplex: "half",
    body: Readable.toWeb(Readable.from(Array.from({ length: count }, () => Buffer.alloc(100, "x")))),
  } as RequestInit);

describe("uploads and downloads", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());
  const receive = (request: Request, terms: { maxBytes?: number; allow?: string[] } = {}) =>
    receiveUpload({ db: house.app.database.db, store: house.app.services.files }, request, {
      maxBytes: 1000,
      now: house.clock.now(),
      createdBy: null,
      ...terms,
    });

  it("takes a raw body", async () => {
    const saved = await receive(raw("hello"));
    assert.deepEqual([saved.name, saved.mediaType, saved.bytes], ["a b.txt", "text/plain", 5]);
    assert.deepEqual(await getFile(house.app.database.db, saved.fileId), saved);
  });

  it("takes a stream of unknown length, up to the limit", async () => {
    assert.equal((await receive(stream(10))).bytes, 1000);
    await assert.rejects(receive(stream(11)), { code: "files.too_large" });
  });

  it("takes a form without JavaScript", async () => {
    const saved = await receive(form(new Blob(["a;b"], { type: "text/csv" }), "ä.csv"));
    assert.deepEqual([saved.name, saved.mediaType, saved.bytes], ["ä.csv", "text/csv", 3]);
  });

  it("refuses what is not a file, too big or of another type", async () => {
    await assert.rejects(receive(form("text")), { code: "files.nothing_sent" });
    await assert.rejects(receive(raw("")), { code: "files.nothing_sent" });
    await assert.rejects(receive(raw("x".repeat(1001))), { code: "files.too_large" });
    await assert.rejects(receive(form(new Blob(["x".repeat(1001)]))), { code: "files.too_large" });
    await assert.rejects(receive(raw("<html>", "image/png"), { allow: ["image/*"] }), {
      code: "files.type_not_allowed",
    });
    const broken = raw("no form", "multipart/form-data; boundary=x");
    await assert.rejects(receive(broken), { code: "files.form_broken" });
  });

  const serve = async (body: string, headers = {}, type = "text/plain") => {
    const file = await receive(raw(body, type, "?name=%C3%A4%22.html"));
    return serveFile(house.app.services.files, file, new Request(`${ADDRESS}/x`, { headers }));
  };

  it("gives uploads out as downloads that cannot run", async () => {
    const response = await serve("<html><script>alert(1)</script>");
    assert.equal(await response.text(), "<html><script>alert(1)</script>");
    assert.equal(
      response.headers.get("content-disposition"),
      "attachment; filename=\"__.html\"; filename*=UTF-8''%C3%A4_.html",
    );
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.match(response.headers.get("content-security-policy") ?? "", /^sandbox;/);
  });

  it("answers ranges and known copies", async () => {
    const part = await serve("0123456789", { range: "bytes=-3" });
    assert.deepEqual([part.status, await part.text()], [206, "789"]);
    assert.equal(part.headers.get("content-range"), "bytes 7-9/10");
    await assert.rejects(serve("0123456789", { range: "bytes=10-" }), { code: "files.range_outside" });
    const etag = part.headers.get("etag");
    assert.equal((await serve("0123456789", { "if-none-match": etag })).status, 304);
  });

  it("knows no file that is not there", async () => {
    await assert.rejects(getFile(house.app.database.db, "0190aaaa-0000-7000-8000-000000000000"), {
      code: "files.not_found",
    });
  });
});
