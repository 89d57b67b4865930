import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { readConfig } from "#kernel/config.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import { openFileStore } from "#kernel/files/open.ts";
import { openS3Double, type S3Double } from "#test/doubles/s3.ts";

const MB = 1024 * 1024;

async function* inPieces(content: Buffer, size = 100_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

/** The contract of every store; `kept` names what is in it. */
function keepsTheContract(open: () => Promise<{ store: FileStore; kept: () => string[] }>) {
  let store: FileStore;
  let kept: () => string[];
  before(async () => {
    ({ store, kept } = await open());
  });

  for (const size of [0, 1, 300_000, 12 * MB])
    it(`keeps ${size} bytes under their SHA-256`, async () => {
      const content = randomBytes(size);
      const sha256 = createHash("sha256").update(content).digest("hex");
      assert.deepEqual(await store.write(inPieces(content), { maxBytes: 20 * MB }), { sha256, bytes: size });
      assert.equal(await store.has(sha256), true);
      assert.ok((await buffer(await store.read(sha256))).equals(content));
    });

  it("keeps one copy of what is written twice at once", async () => {
    const content = Buffer.from("the same");
    const count = kept().length;
    const stored = await Promise.all([1, 2, 3].map(() => store.write(inPieces(content), { maxBytes: 100 })));
    assert.equal(new Set(stored.map(({ sha256 }) => sha256)).size, 1);
    assert.equal(kept().length, count + 1);
  });

  it("reads a part", async () => {
    const { sha256 } = await store.write(inPieces(Buffer.from("0123456789")), { maxBytes: 100 });
    assert.equal(String(await buffer(await store.read(sha256, { start: 2, end: 4 }))), "234");
  });

  for (const size of [101, 9 * MB])
    it(`keeps nothing of ${size} bytes when fewer are allowed`, async () => {
      const count = kept().length;
      const limit = size === 101 ? 100 : 8 * MB;
      await assert.rejects(store.write(inPieces(randomBytes(size)), { maxBytes: limit }), {
        code: "files.too_large",
      });
      assert.equal(kept().length, count);
    });

  it("says when a file is not there, and removes", async () => {
    const { sha256 } = await store.write(inPieces(Buffer.from("to go")), { maxBytes: 100 });
    await store.remove(sha256);
    assert.equal(await store.has(sha256), false);
    await assert.rejects(store.read(sha256), { code: "files.not_found" });
  });
}

describe("the folder store", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-files-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  keepsTheContract(async () => ({
    store: openFileStore(readConfig({}), folder),
    kept: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
  }));
});

describe("the S3 store", () => {
  let double: S3Double;
  before(async () => {
    double = await openS3Double();
  });
  after(() => double.close());
  keepsTheContract(async () => ({
    store: openFileStore(
      readConfig({
        CAIRN_S3_BUCKET: "cairn",
        CAIRN_S3_ENDPOINT: double.url,
        CAIRN_S3_ACCESS_KEY_ID: "trial-key",
        CAIRN_S3_SECRET_ACCESS_KEY: "secret",
      }),
      "/nowhere",
    ),
    kept: () => [...double.objects.keys()],
  }));

  it("sends big files in parts and leaves no upload open", () => {
    assert.ok(double.parts >= 3);
    assert.equal(double.openUploads(), 0);
    assert.deepEqual(
      [...double.objects.keys()].filter((key) => key.startsWith("incoming/")),
      [],
    );
  });
});
