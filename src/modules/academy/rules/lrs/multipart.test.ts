import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import {
  boundaryOf,
  MultipartFault,
  readMultipart,
  writeMultipart,
} from "#modules/academy/rules/lrs/multipart.ts";

const read = (text: string, boundary = "b") => readMultipart(Buffer.from(text, "latin1"), boundary);

describe("multipart/mixed", () => {
  it("gives back the bytes that were put in, whatever they are", () => {
    const content = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 5 }), (contents) => {
        const boundary = "a-boundary-that-is-in-no-content";
        const parts = contents.map((one, n) => ({ headers: { "X-N": String(n) }, content: one }));
        const got = readMultipart(writeMultipart(parts, boundary), boundary);
        assert.deepEqual(
          got.map((part) => [part.headers.get("x-n"), Buffer.from(part.content).toString("hex")]),
          contents.map((one, n) => [String(n), one.toString("hex")]),
        );
      }),
    );
  });

  it("leaves line breaks inside of a part alone", () => {
    const [part] = read("--b\r\nA: 1\r\n\r\n\r\none\r\n\r\ntwo\r\n\r\n--b--");
    assert.equal(part?.content.toString(), "\r\none\r\n\r\ntwo\r\n");
  });

  it("takes what clients write: no space after a colon, a line before, nothing after", () => {
    const [first, second] = read(
      "\r\n--b\r\nContent-Type:application/json\r\n\r\n{}\r\n--b \r\n\r\nx\r\n--b--",
    );
    assert.equal(first?.headers.get("content-type"), "application/json");
    assert.equal(second?.headers.size, 0);
    assert.equal(second?.content.toString(), "x");
  });

  for (const text of [
    "",
    "no boundary at all",
    "text --b\r\n\r\nx\r\n--b--",
    "--b\r\n\r\nx",
    "--b\r\n\r\nx\r\n--b\r\n",
    "--b\r\nA: 1\r\nno end of headers\r\n--b--",
    "--b\r\nno colon\r\n\r\nx\r\n--b--",
    "--bb\r\n\r\nx\r\n--bb--",
  ])
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => read(text), MultipartFault);
    });

  it("reads the boundary, quoted or not", () => {
    assert.equal(
      boundaryOf("multipart/mixed; boundary=-------314159265358979323846"),
      "-------314159265358979323846",
    );
    assert.equal(boundaryOf('multipart/mixed;boundary="a b:c"; charset=x'), "a b:c");
    for (const none of [
      "multipart/mixed",
      "multipart/mixed;",
      "multipart/mixed; boundary=",
      `m/m; boundary=${"x".repeat(71)}`,
    ])
      assert.equal(boundaryOf(none), undefined);
  });
});
