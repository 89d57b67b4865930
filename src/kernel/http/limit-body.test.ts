import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { limitBody } from "#kernel/http/limit-body.ts";

const KB = 1000;

/** A request whose body comes in chunks and says no length. */
function inChunks(chunks: number): Request {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1;
      if (sent > chunks) controller.close();
      else controller.enqueue(new Uint8Array(KB));
    },
  });
  const init = { method: "POST", body, duplex: "half", headers: { "x-kept": "1" } };
  return new Request("http://localhost/", init);
}

const tooLarge = { kind: "too_large", code: "http.body_too_large" };

describe("limitBody", () => {
  it("refuses a length past the limit before anything is read", () => {
    const request = new Request("http://localhost/", {
      method: "POST",
      body: "x",
      headers: { "content-length": "5001" },
    });
    assert.throws(() => limitBody(request, 5 * KB), tooLarge);
  });

  it("counts what comes in chunks, and stops past the limit", async () => {
    await assert.rejects(limitBody(inChunks(6), 5 * KB).text(), tooLarge);
    // Without an end it must not wait for one.
    await assert.rejects(limitBody(inChunks(Number.POSITIVE_INFINITY), 5 * KB).arrayBuffer(), tooLarge);
  });

  it("passes what fits, with its headers", async () => {
    const request = limitBody(inChunks(5), 5 * KB);
    assert.equal(request.headers.get("x-kept"), "1");
    assert.equal((await request.arrayBuffer()).byteLength, 5 * KB);
  });
});
