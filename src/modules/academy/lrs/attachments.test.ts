import assert from "node:assert/strict";
import { createSign, generateKeyPairSync, hash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import { boundaryOf, readMultipart, writeMultipart } from "#modules/academy/rules/lrs/multipart.ts";
import { SIGNATURE } from "#modules/academy/lrs/verify-signature.ts";
import { openLrs, statement, type TestLrs } from "#test/factories/lrs.ts";

const BOUNDARY = "-------314159265358979323846";
const text = (words: string) => Buffer.from(words);

interface Described {
  [key: string]: unknown;
}
const describeFile = (content: Buffer, over: Described = {}): Described => ({
  usageType: "http://a.example/usage",
  display: { "en-US": "A file" },
  contentType: "text/plain",
  length: content.length,
  sha2: hash("sha256", content),
  ...over,
});

describe("attachments", () => {
  let lrs: TestLrs;
  before(async () => {
    lrs = await openLrs();
  });
  after(() => lrs.close());

  const part = (content: Buffer, over: Record<string, string> = {}) => ({
    headers: {
      "Content-Type": "text/plain",
      "Content-Transfer-Encoding": "binary",
      "X-Experience-API-Hash": hash("sha256", content),
      ...over,
    },
    content,
  });
  const withStatement = (value: unknown, type = "application/json") => ({
    headers: { "Content-Type": type },
    content: text(JSON.stringify(value)),
  });
  const send = (
    parts: Parameters<typeof writeMultipart>[0],
    type = `multipart/mixed; boundary=${BOUNDARY}`,
  ) =>
    lrs.send("POST", "/statements", {
      body: writeMultipart(parts, BOUNDARY),
      headers: { "content-type": type },
    });
  const read = async (query: Record<string, string>) => {
    const answer = await lrs.send("GET", "/statements", { query: { ...query, attachments: "true" } });
    const type = answer.headers.get("content-type") ?? "";
    assert.match(type, /^multipart\/mixed; boundary=[\w-]+$/);
    return readMultipart(Buffer.from(await answer.arrayBuffer()), boundaryOf(type) ?? "");
  };

  it("come back with their statement, byte for byte, each once", async () => {
    const [one, two] = [Buffer.from([0, 13, 10, 45, 45, 255]), text("here is a simple attachment")];
    const [a, b] = [newId(), newId()];
    const statements = [
      statement({ id: a, attachments: [describeFile(one), describeFile(two)] }),
      statement({
        id: b,
        attachments: [describeFile(two, { fileUrl: "http://over.there.example/file.txt" })],
      }),
    ];
    assert.equal((await send([withStatement(statements), part(one), part(two)])).status, 200);
    const [first, ...files] = await read({ statementId: a });
    assert.equal(JSON.parse(first?.content.toString() ?? "").id, a);
    assert.deepEqual(
      new Map(files.map((file) => [file.headers.get("x-experience-api-hash"), file.content.toString("hex")])),
      new Map([one, two].map((content) => [hash("sha256", content), content.toString("hex")])),
    );
    for (const file of files) assert.equal(file.headers.get("content-transfer-encoding"), "binary");
    assert.equal((await read({ statementId: b })).length, 2, "sent although it is elsewhere, too");
    assert.equal((await read({ limit: "2" })).length, 3);
    const plain = await lrs.send("GET", "/statements", { query: { statementId: a, attachments: "false" } });
    assert.match(plain.headers.get("content-type") ?? "", /^application\/json/);
  });

  it("may be empty, of a sub-statement, and may be put", async () => {
    const empty = text("");
    const id = newId();
    const { id: _none, ...inner } = statement({ attachments: [describeFile(empty)] });
    const outer = statement({ id, object: { objectType: "SubStatement", ...inner } });
    const answer = await lrs.send("PUT", "/statements", {
      query: { statementId: id },
      body: writeMultipart([withStatement(outer), part(empty)], BOUNDARY),
      headers: { "content-type": `multipart/mixed; boundary="${BOUNDARY}"` },
    });
    assert.equal(answer.status, 204);
    assert.equal((await read({ statementId: id }))[1]?.content.length, 0);
  });

  it("that are elsewhere need no part", async () => {
    const value = statement({ attachments: [describeFile(text("x"), { fileUrl: "http://a.example/x" })] });
    assert.equal((await send([withStatement(value)])).status, 200);
    assert.equal((await lrs.send("POST", "/statements", { body: value })).status, 200);
    assert.equal((await send([withStatement(statement())])).status, 200);
  });

  it("are refused where statements and parts do not fit", async () => {
    const file = text("a file");
    const value = statement({ attachments: [describeFile(file)] });
    const refused: [string, Promise<Response>][] = [
      ["no part", send([withStatement(value)])],
      ["no part, as JSON", lrs.send("POST", "/statements", { body: value })],
      ["a part too many", send([withStatement(value), part(file), part(text("other"))])],
      ["a part of nobody", send([withStatement(statement()), part(file)])],
      ["no hash", send([withStatement(value), part(file, { "X-Experience-API-Hash": "" })])],
      [
        "another hash",
        send([withStatement(value), part(file, { "X-Experience-API-Hash": hash("sha256", "x") })]),
      ],
      [
        "another encoding",
        send([withStatement(value), part(file, { "Content-Transfer-Encoding": "base64" })]),
      ],
      ["statements of another type", send([withStatement(value, "text/plain"), part(file)])],
      ["statements in two parts", send([withStatement(value), withStatement(value), part(file)])],
      ["a form", send([withStatement(value), part(file)], `multipart/form-data; boundary=${BOUNDARY}`)],
      ["no boundary", send([withStatement(value), part(file)], "multipart/mixed;")],
      ["another boundary", send([withStatement(value), part(file)], "multipart/mixed; boundary=other")],
    ];
    for (const [what, answer] of refused) assert.equal((await answer).status, 400, what);
  });

  describe("that sign their statement", () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const encode = (value: unknown) =>
      Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
    const sign = (payload: unknown, header: object = { alg: "RS256" }, digest = "RSA-SHA256") => {
      const head = `${encode(header)}.${encode(payload)}`;
      return text(`${head}.${createSign(digest).update(head).sign(privateKey, "base64url")}`);
    };
    const sendSigned = (value: Described, jws: Buffer, over: Described = {}) => {
      const described = describeFile(jws, {
        usageType: SIGNATURE,
        contentType: "application/octet-stream",
        ...over,
      });
      return send([withStatement({ ...value, attachments: [described] }), part(jws)]);
    };

    for (const bits of [256, 384, 512])
      it(`are taken with RS${bits}`, async () => {
        const value = statement({ id: newId() });
        assert.equal(
          (await sendSigned(value, sign(value, { alg: `RS${bits}` }, `RSA-SHA${bits}`))).status,
          200,
        );
      });

    it("are refused where they are no good", async () => {
      const value = statement({ id: newId() });
      const good = sign(value);
      const refused: [string, Promise<Response>][] = [
        ["another type", sendSigned(value, good, { contentType: "text/plain; charset=ascii" })],
        ["HS256", sendSigned(value, sign(value, { alg: "HS256" }))],
        ["none", sendSigned(value, sign(value, { alg: "none" }))],
        ["no JSON", sendSigned(value, sign(JSON.stringify(value).replace('"', "'")))],
        ["an array", sendSigned(value, sign([value]))],
        ["no statement", sendSigned(value, sign({ actor: 1, verb: 2, object: 3 }))],
        ["no JWS", sendSigned(value, text("no.jws"))],
        ["another statement", sendSigned(value, sign(statement({ verb: { id: "http://a.example/other" } })))],
        ["x5c that is none", sendSigned(value, sign(value, { alg: "RS256", x5c: ["AAAA"] }))],
        ["x5c of another kind", sendSigned(value, sign(value, { alg: "RS256", x5c: "AAAA" }))],
      ];
      for (const [what, answer] of refused) assert.equal((await answer).status, 400, what);
    });

    it("are refused where they are only pointed at", async () => {
      const described = describeFile(text("x"), {
        usageType: SIGNATURE,
        contentType: "application/octet-stream",
        fileUrl: "http://a.example/x",
      });
      assert.equal(
        (await lrs.send("POST", "/statements", { body: statement({ attachments: [described] }) })).status,
        400,
      );
    });
  });
});
