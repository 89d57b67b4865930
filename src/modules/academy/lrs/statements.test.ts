import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { newId } from "#kernel/ids.ts";
import { openLrs, statement, type TestLrs } from "#test/factories/lrs.ts";
import { fullStatement, withValue } from "#test/factories/xapi.ts";

interface Read {
  [key: string]: unknown;
}

const VOIDED = { id: "http://adlnet.gov/expapi/verbs/voided" };

describe("statements", () => {
  let lrs: TestLrs;
  const json = async (response: Response) => (await response.json()) as Read;
  const post = (body: unknown, more = {}) => lrs.send("POST", "/statements", { body, ...more });
  const put = (statementId: string, body: unknown, more = {}) =>
    lrs.send("PUT", "/statements", { query: { statementId }, body, ...more });
  const get = (query: Record<string, string>, more = {}) =>
    lrs.send("GET", "/statements", { query, ...more });

  before(async () => {
    lrs = await openLrs();
  });
  after(() => lrs.close());

  it("are stored one by one and many at once, and answered with their ids in order", async () => {
    const one = await post(statement());
    assert.equal(one.status, 200);
    assert.equal(one.headers.get("x-experience-api-version"), "1.0.3");
    assert.equal(((await one.json()) as string[]).length, 1);
    const ids = [newId(), newId(), newId()];
    assert.deepEqual(await (await post(ids.map((id) => statement({ id })))).json(), ids);
    assert.deepEqual(await (await post([])).json(), []);
  });

  it("are refused where a key is there twice within one object", async () => {
    const text = JSON.stringify(statement({ result: { completion: true } }));
    const headers = { "content-type": "application/json" };
    assert.equal((await post(text, { headers })).status, 200);
    assert.equal((await post(JSON.stringify(JSON.parse(text), null, 2), { headers })).status, 200);
    const twice = text.replace('"completion":true', '"completion":true,"completion":false');
    const answer = await post(twice, { headers });
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /"completion"/);
  });

  it("are given back as they were, with what the store sets", async () => {
    const id = newId();
    const timestamp = "2013-05-18T05:32:34.804Z";
    const sent = statement({ id, timestamp, result: { score: { scaled: 0.121_234_34 } } });
    await post(sent);
    const answer = await get({ statementId: id });
    const { stored, authority, version, ...rest } = await json(answer);
    assert.deepEqual(rest, sent);
    assert.equal(version, "1.0.0");
    assert.equal((authority as Read).objectType, "Agent");
    assert.match(String(stored), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const modified = Date.parse(answer.headers.get("last-modified") ?? "");
    assert.equal(modified, Math.floor(Date.parse(String(stored)) / 1000) * 1000);
  });

  it("get the timestamp of their storing where they bring none, and lists in the place of single activities", async () => {
    const id = newId();
    const { attachments: _none, timestamp: _at, ...full } = withValue(fullStatement(), "id", id);
    await post(full, { version: "2.0.0" });
    const got = await json(await get({ statementId: id }));
    assert.equal(got.timestamp, got.stored);
    assert.notEqual(got.stored, full.stored);
    assert.equal(got.version, "1.0.3", "the version it was sent with");
    const activities = (got.context as Read).contextActivities as Read;
    assert.deepEqual(activities.parent, [{ id: "http://example.com/parent" }]);
    assert.notDeepEqual(got.authority, full.authority, "the store says who vouches");
  });

  it("say 2.0.0 where they were sent in it without a version", async () => {
    const id = newId();
    const answer = await post(statement({ id }), { version: "2.0.0" });
    assert.equal(answer.headers.get("x-experience-api-version"), "2.0.0");
    assert.equal((await json(await get({ statementId: id }))).version, "2.0.0");
  });

  it("are stored all or none", async () => {
    const [good, bad] = [newId(), newId()];
    const answer = await post([statement({ id: good }), statement({ id: bad, verb: { id: "should fail" } })]);
    assert.equal(answer.status, 400);
    const problem = (await answer.json()) as { issues: { path: string }[]; code: string };
    assert.equal(problem.code, "academy.lrs_malformed");
    assert.equal(problem.issues[0]?.path, "[1].verb.id");
    assert.equal((await get({ statementId: good })).status, 404);
    assert.equal((await post([statement({ id: good }), statement({ id: good })])).status, 400);
  });

  it("are put under the id of the address, once", async () => {
    const id = newId();
    assert.equal((await put(id, statement())).status, 204);
    assert.equal((await put(id, statement({ id }))).status, 204, "the same again");
    assert.equal((await post(statement({ id }))).status, 200, "the same again");
    assert.equal((await put(id, statement({ verb: { id: "http://a.example/other" } }))).status, 409);
    assert.equal((await post(statement({ id, verb: { id: "http://a.example/other" } }))).status, 409);
    assert.equal((await put(id, statement({ id: newId() }))).status, 400);
    assert.equal((await put(id, [statement()])).status, 400);
    assert.equal((await lrs.send("PUT", "/statements", { body: statement() })).status, 400);
    assert.equal(
      ((await json(await get({ statementId: id }))).verb as Read).id,
      "http://adlnet.gov/expapi/verbs/attended",
    );
  });

  it("leave nothing of a batch behind where one of it is another statement's", async () => {
    const [taken, fresh] = [newId(), newId()];
    await post(statement({ id: taken }));
    const other = statement({ id: taken, verb: { id: "http://a.example/other" } });
    assert.equal((await post([statement({ id: fresh }), other])).status, 409);
    assert.equal((await get({ statementId: fresh })).status, 404);
    const again = await post([statement({ id: fresh }), statement({ id: taken })]);
    assert.deepEqual(await again.json(), [fresh, taken], "what is there already is left alone");
  });

  it("sent by twenty at once under one id are stored once, whoever is first", async () => {
    const id = newId();
    const verbs = Array.from({ length: 20 }, (_, n) => `http://a.example/verb/${n % 2}`);
    const answers = await Promise.all(verbs.map((verb) => put(id, statement({ verb: { id: verb } }))));
    const kept = ((await json(await get({ statementId: id }))).verb as Read).id;
    for (const [n, answer] of answers.entries()) assert.equal(answer.status, verbs[n] === kept ? 204 : 409);
  });

  it("are voided, and stay to be seen by who asks for voided ones", async () => {
    const [id, voidingId] = [newId(), newId()];
    await post(statement({ id }));
    await post(statement({ id: voidingId, verb: VOIDED, object: { objectType: "StatementRef", id } }));
    assert.equal((await get({ statementId: id })).status, 404);
    assert.equal((await json(await get({ voidedStatementId: id }))).id, id);
    assert.equal((await get({ voidedStatementId: voidingId })).status, 404);
    await post(statement({ verb: VOIDED, object: { objectType: "StatementRef", id: voidingId } }));
    assert.equal((await get({ statementId: voidingId })).status, 200, "a voiding statement is never voided");
  });

  it("are voided by a statement that came before them, too", async () => {
    const id = newId();
    await post(statement({ verb: VOIDED, object: { objectType: "StatementRef", id } }));
    await post(statement({ id }));
    assert.equal((await get({ statementId: id })).status, 404);
  });

  it("are found through what points to them, voided or not", async () => {
    const verb = `http://a.example/verb/${newId()}`;
    const [id, voidingId, refId, chainId] = [newId(), newId(), newId(), newId()];
    await post(statement({ id, verb: { id: verb } }));
    await post(statement({ id: voidingId, verb: VOIDED, object: { objectType: "StatementRef", id } }));
    await post(statement({ id: refId, verb: { id: verb }, object: { objectType: "StatementRef", id } }));
    await post(statement({ id: chainId, object: { objectType: "StatementRef", id: refId } }));
    const all = (await json(await get({ verb }))).statements as Read[];
    assert.deepEqual(
      all.map((one) => one.id),
      [chainId, refId, voidingId],
    );
  });

  it("arrive packed, and are refused where they are not what they say", async () => {
    const body = gzipSync(JSON.stringify(statement()));
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    assert.equal((await post(body, { headers })).status, 200);
    assert.equal((await post("not packed", { headers })).status, 400);
    assert.equal((await post(body, { headers: { ...headers, "content-encoding": "compress" } })).status, 400);
    for (const [type, text] of [
      ["application/json", "{"],
      ["application/json", '"text"'],
      ["application/json", "[[]]"],
      ["text/plain", "{}"],
      ["multipart/form-data; boundary=x", "{}"],
      ["multipart/mixed", "--x--"],
    ] as const)
      assert.equal((await post(text, { headers: { "content-type": type } })).status, 400, `${type} ${text}`);
    const notUtf8 = Buffer.from([0x22, 0xff, 0x22]);
    assert.equal((await post(notUtf8, { headers: { "content-type": "application/json" } })).status, 400);
  });

  it("nested to the end of the stack are refused, not stumbled over", async () => {
    const deep = `{"actor":{"mbox":"mailto:a@example.com"},"verb":{"id":"http://a.example/v"},"object":{"id":"http://a.example/o"},"result":{"extensions":{"http://a.example/x":${"[".repeat(200_000)}${"]".repeat(200_000)}}}}`;
    const answer = await post(deep, { headers: { "content-type": "application/json" } });
    assert.equal(answer.status, 400);
  });

  it("answer HEAD as GET, without the content", async () => {
    const id = newId();
    await post(statement({ id }));
    const head = await lrs.send("HEAD", "/statements", { query: { statementId: id } });
    assert.equal(head.status, 200);
    assert.ok(head.headers.get("last-modified"));
    assert.equal(await head.text(), "");
    assert.equal((await lrs.send("HEAD", "/statements", { query: { statementId: newId() } })).status, 404);
  });
});
