import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { openLrs, type Sending, type TestLrs } from "#test/factories/lrs.ts";

const AGENT = JSON.stringify({
  objectType: "Agent",
  account: { homePage: "http://a.example/1", name: "Rick" },
});
const ACTIVITY = "http://a.example/activity";

const PLACES = {
  "/activities/state": { idName: "stateId", query: { activityId: ACTIVITY, agent: AGENT } },
  "/activities/profile": { idName: "profileId", query: { activityId: ACTIVITY } },
  "/agents/profile": { idName: "profileId", query: { agent: AGENT } },
} as const;

describe("documents", () => {
  let lrs: TestLrs;
  before(async () => {
    lrs = await openLrs();
  });
  after(() => lrs.close());

  for (const [path, { idName, query }] of Object.entries(PLACES)) {
    describe(path, () => {
      const one = () => ({ ...query, [idName]: newId() });
      const send = (method: string, place: Record<string, string>, more: Sending = {}) =>
        lrs.send(method, path, { query: place, ...more });
      const status = async (method: string, place: Record<string, string>, more: Sending = {}) =>
        (await send(method, place, more)).status;

      it("are kept byte for byte, with their type, and go", async () => {
        const place = one();
        const bytes = Buffer.from([0, 1, 2, 250, 251]);
        const headers = { "content-type": "application/x-thing; a=b" };
        assert.equal(
          await status("PUT", place, { body: bytes, headers: { ...headers, "if-none-match": "*" } }),
          204,
        );
        const got = await send("GET", place);
        assert.equal(got.status, 200);
        assert.equal(got.headers.get("content-type"), headers["content-type"]);
        assert.equal(got.headers.get("etag"), `"${hash("sha1", bytes)}"`);
        assert.match(
          got.headers.get("cache-control") ?? "",
          /no-transform/,
          "compressed, its tag would be weak",
        );
        assert.ok(Date.parse(got.headers.get("last-modified") ?? "") > 0);
        assert.deepEqual(Buffer.from(await got.arrayBuffer()), bytes);
        assert.equal((await send("HEAD", place)).status, 200);
        assert.equal(
          await status("GET", place, { headers: { "if-none-match": got.headers.get("etag") ?? "" } }),
          304,
        );
        assert.equal(await status("DELETE", place), 204);
        assert.equal(await status("GET", place), 404);
        assert.equal(await status("DELETE", place), 204, "gone is gone");
      });

      it("that are posted are put together one level deep", async () => {
        const place = one();
        assert.equal(
          await status("POST", place, { body: { car: { make: "Ford", model: "Escape" }, a: 1 } }),
          204,
        );
        assert.equal(await status("POST", place, { body: { car: { make: "Dodge" }, b: null } }), 204);
        assert.deepEqual(await (await send("GET", place)).json(), { car: { make: "Dodge" }, a: 1, b: null });
        const proto = '{"__proto__":{"x":1}}';
        await send("POST", place, { body: proto, headers: { "content-type": "application/json" } });
        assert.match(await (await send("GET", place)).text(), /"__proto__":\{"x":1\}/);
      });

      it("are not put together with what is no JSON object", async () => {
        const place = one();
        await send("POST", place, { body: { a: 1 } });
        for (const [type, body] of [
          ["application/octet-stream", "abc"],
          ["not/json", '{"b":1}'],
          ["application/json", '{"b":1}{'],
          ["application/json", "[1]"],
          ["application/json", "1"],
        ] as const)
          assert.equal(
            await status("POST", place, { body, headers: { "content-type": type } }),
            400,
            `${type} ${body}`,
          );
        assert.deepEqual(await (await send("GET", place)).json(), { a: 1 });
        const other = one();
        assert.equal(
          await status("POST", other, { body: "1", headers: { "content-type": "text/plain" } }),
          204,
        );
        assert.equal(await status("POST", other, { body: { a: 1 } }), 400);
        assert.equal(
          await status("POST", one(), { body: "{", headers: { "content-type": "application/json" } }),
          400,
        );
      });

      for (const version of ["1.0.3", "2.0.0"])
        it(`are changed by who says which one is changed (${version})`, async () => {
          const place = one();
          await send("POST", place, { body: { a: 1 }, version });
          const etag = (await send("GET", place)).headers.get("etag") ?? "";
          for (const method of ["PUT", "POST", "DELETE"])
            assert.equal(
              await status(method, place, { body: { b: 1 }, headers: { "if-match": '"1234"' }, version }),
              412,
            );
          const blind = path === "/activities/state" && version === "1.0.3" ? 204 : 409;
          assert.equal(await status("PUT", place, { body: { a: 1 }, version }), blind);
          assert.equal(
            await status("PUT", place, { body: { b: 1 }, headers: { "if-none-match": "*" }, version }),
            412,
          );
          assert.deepEqual(await (await send("GET", place)).json(), { a: 1 });
          assert.equal(
            await status("PUT", place, { body: { b: 1 }, headers: { "if-match": etag }, version }),
            204,
          );
          const now = (await send("GET", place)).headers.get("etag") ?? "";
          assert.equal(
            await status("POST", place, { body: { c: 1 }, headers: { "if-match": `W/${now}` }, version }),
            204,
          );
          assert.deepEqual(await (await send("GET", place)).json(), { b: 1, c: 1 });
        });

      it("made by twenty at once are made once", async () => {
        const place = one();
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            status("PUT", place, { body: { n }, headers: { "if-none-match": "*" } }),
          ),
        );
        assert.equal(answers.filter((answer) => answer === 204).length, 1);
        assert.equal(answers.filter((answer) => answer === 412).length, 19);
      });

      it("posted by twenty at once all get in", async () => {
        const place = one();
        await Promise.all(
          Array.from({ length: 20 }, (_, n) => status("POST", place, { body: { [`k${n}`]: n } })),
        );
        const got = (await (await send("GET", place)).json()) as object;
        assert.equal(Object.keys(got).length, 20);
      });

      it("are listed by their ids, those changed since alone where asked", async () => {
        const scoped = {
          ...query,
          ...("activityId" in query ? { activityId: `${ACTIVITY}/${newId()}` } : {}),
        };
        lrs.house.clock.advance({ seconds: 1 });
        const from = lrs.house.clock.now().toString();
        const ids = [newId(), newId()].toSorted();
        for (const id of ids) {
          lrs.house.clock.advance({ seconds: 2 });
          await send("POST", { ...scoped, [idName]: id }, { body: { a: 1 } });
        }
        const list = async (more: Record<string, string> = {}) =>
          (await (await send("GET", { ...scoped, ...more })).json()) as string[];
        const found = await list();
        for (const id of ids) assert.ok(found.includes(id));
        assert.deepEqual(await list({ since: from }), ids);
        const between = lrs.house.clock.now().subtract({ seconds: 1 }).toString();
        assert.deepEqual(await list({ since: between }), [ids[1]]);
      });

      it("are refused where a parameter is missing, broken or unknown", async () => {
        const good: Record<string, string> = one();
        for (const method of ["GET", "PUT", "POST", "DELETE"]) {
          for (const name of Object.keys(query)) {
            const { [name]: _left, ...rest } = good;
            assert.equal(
              await status(method, rest, method === "GET" ? {} : { body: { a: 1 } }),
              400,
              `${method} no ${name}`,
            );
            assert.equal(
              await status(method, { ...good, [name]: "true" }, method === "GET" ? {} : { body: {} }),
              400,
            );
          }
          assert.equal(
            await status(method, { ...good, foo: "bar" }, method === "GET" ? {} : { body: {} }),
            400,
          );
          assert.equal(
            await status(method, { ...good, [idName]: "a\0b" }, method === "GET" ? {} : { body: {} }),
            400,
          );
        }
        const { [idName]: _id, ...many } = good;
        for (const method of ["PUT", "POST"]) assert.equal(await status(method, many, { body: {} }), 400);
        assert.equal(await status("GET", { ...many, since: "not a timestamp" }), 400);
        assert.equal(await status("DELETE", { ...many, since: "2020-01-01T00:00:00Z" }), 400);
      });
    });
  }

  it("of a state belong to a registration, and all go together", async () => {
    const activityId = `${ACTIVITY}/${newId()}`;
    const place = { activityId, agent: AGENT, stateId: "where" };
    const registration = newId();
    const send = (method: string, more: Record<string, string>, body?: unknown) =>
      lrs.send(method, "/activities/state", { query: { ...place, ...more }, ...(body ? { body } : {}) });
    await send("POST", {}, { a: 1 });
    await send("POST", { registration }, { b: 1 });
    assert.deepEqual(await (await send("GET", {})).json(), { a: 1 });
    assert.deepEqual(await (await send("GET", { registration })).json(), { b: 1 });
    assert.equal((await send("GET", { registration: "true" })).status, 400);
    const all = (query: Record<string, string>, method = "GET") =>
      lrs.send(method, "/activities/state", { query: { activityId, agent: AGENT, ...query } });
    assert.deepEqual(await (await all({ registration })).json(), ["where"]);
    assert.equal((await all({ registration }, "DELETE")).status, 204);
    assert.equal((await send("GET", { registration })).status, 404);
    assert.equal((await send("GET", {})).status, 200);
    assert.equal((await all({}, "DELETE")).status, 204);
    assert.deepEqual(await (await all({})).json(), []);
  });

  it("are the same for an agent however it is called", async () => {
    const profileId = newId();
    const box = { mbox: "mailto:same@example.com" };
    const send = (method: string, agent: object, body?: unknown) =>
      lrs.send(method, "/agents/profile", {
        query: { agent: JSON.stringify(agent), profileId },
        ...(body ? { body } : {}),
      });
    await send("POST", { ...box, name: "One" }, { a: 1 });
    assert.equal((await send("GET", { objectType: "Agent", ...box, name: "Two" })).status, 200);
    const { rows } = await lrs.house.app.database.pool.query(
      "SELECT count(*)::int AS n FROM academy.lrs_document WHERE document_id = $1",
      [profileId],
    );
    assert.equal(rows[0].n, 1);
    await lrs.house.app.database.db.execute(
      sql`DELETE FROM academy.lrs_document WHERE document_id = ${profileId}`,
    );
  });
});
