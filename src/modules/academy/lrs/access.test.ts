import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import type { LrsScope } from "#modules/academy/contract/lrs.ts";
import { issueLrsToken, revokeLrsTokens } from "#modules/academy/lrs/issue-lrs-token.ts";
import { openLrs, statement, type TestLrs } from "#test/factories/lrs.ts";

const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
const AGENT = JSON.stringify({ mbox: "mailto:a@example.com" });
const RESOURCES = {
  "/statements": {},
  "/activities/state": { activityId: "http://a.example", agent: AGENT },
  "/activities/profile": { activityId: "http://a.example" },
  "/agents/profile": { agent: AGENT },
  "/activities": { activityId: "http://a.example" },
  "/agents": { agent: AGENT },
} as const;

describe("who may do what", () => {
  let lrs: TestLrs;
  before(async () => {
    lrs = await openLrs();
  });
  after(() => lrs.close());

  it("opens nothing to who does not say who it is", async () => {
    for (const [path, query] of Object.entries(RESOURCES))
      for (const authorization of [
        null,
        "",
        "Basic",
        "Basic !",
        "Basic:eDp5",
        "Bearer x",
        basic("x"),
        basic(":x"),
        basic("RobCIsNot:AUserOnThisLRS"),
        basic("lrs-0123456789abcdef:x"),
        basic(`lrt-${newId()}:x`),
        basic("lrt-x:y"),
      ]) {
        const answer = await lrs.send("GET", path, { query, authorization });
        assert.equal(answer.status, 401, `${path} ${authorization}`);
        assert.match(answer.headers.get("www-authenticate") ?? "", /^Basic /);
      }
  });

  it("says which methods there are before it asks who somebody is", async () => {
    for (const [method, path] of [
      ["DELETE", "/statements"],
      ["PATCH", "/statements"],
      ["DELETE", "/activities"],
      ["POST", "/activities"],
      ["PUT", "/activities"],
      ["DELETE", "/agents"],
      ["POST", "/agents"],
      ["PUT", "/agents"],
      ["POST", "/about"],
    ] as const)
      assert.equal((await lrs.send(method, path, { authorization: null })).status, 405, `${method} ${path}`);
    assert.equal((await lrs.send("GET", "/nowhere")).status, 404);
    for (const version of ["1.0.2", "2.0.0"])
      assert.equal(
        (await lrs.send("DELETE", "/agents", { version })).headers.get("x-experience-api-version"),
        version === "1.0.2" ? "1.0.3" : version,
        "in the version of who asks",
      );
    assert.equal((await lrs.send("GET", "/__proto__")).status, 404);
  });

  it("asks for the version in each request but about", async () => {
    const { authorization } = await lrs.client(["all"]);
    for (const [path, query] of Object.entries(RESOURCES))
      for (const version of ["", "0.8", "0.95", "1.1.0", "3.0.0"]) {
        const answer = await lrs.send("GET", path, { query, version, authorization });
        assert.equal(answer.status, 400, `${path} ${version}`);
        assert.equal(answer.headers.get("x-experience-api-version"), "2.0.0");
      }
    await lrs.send("GET", "/statements", { version: "1.0.1", authorization });
    const answer = await lrs.send("GET", "/statements", { version: "", authorization });
    assert.equal(
      answer.headers.get("x-experience-api-version"),
      "1.0.3",
      "the version this sender spoke last",
    );
  });

  it("tells what it speaks", async () => {
    const about = async (version: string) =>
      (await (await lrs.send("GET", "/about", { version, authorization: null })).json()) as {
        version: string[];
      };
    assert.ok((await about("")).version.includes("2.0.0"));
    assert.ok((await about("2.0.0")).version.includes("1.0.3"));
    assert.ok((await about("1.0.3")).version.every((one) => one.startsWith("1.0.")));
  });

  const WRITE = { statements: 200, state: 204, profile: 204 } as const;
  /** By scope: may write statements, read statements, write state, read state, write profiles, read profiles. */
  const MATRIX: Record<LrsScope, string> = {
    "statements/write": "w-----",
    "statements/read": "-r----",
    "statements/read/mine": "-r----",
    state: "--wr--",
    profile: "----wr",
    "all/read": "-r-r-r",
    all: "wrwrwr",
  };
  for (const [scope, rights] of Object.entries(MATRIX) as [LrsScope, string][])
    it(`gives the scope ${scope} what it names and no more`, async () => {
      const { authorization } = await lrs.client([scope]);
      const state = { ...RESOURCES["/activities/state"], stateId: newId() };
      const profile = { ...RESOURCES["/agents/profile"], profileId: newId() };
      const statuses = [
        (await lrs.send("POST", "/statements", { body: statement(), authorization })).status ===
          WRITE.statements,
        (await lrs.send("GET", "/statements", { authorization })).status === 200,
        (await lrs.send("POST", "/activities/state", { query: state, body: {}, authorization })).status ===
          WRITE.state,
        (await lrs.send("GET", "/activities/state", { query: RESOURCES["/activities/state"], authorization }))
          .status === 200,
        (await lrs.send("POST", "/agents/profile", { query: profile, body: {}, authorization })).status ===
          WRITE.profile,
        (await lrs.send("GET", "/agents/profile", { query: RESOURCES["/agents/profile"], authorization }))
          .status === 200,
      ];
      assert.deepEqual(
        statuses,
        [...rights].map((right) => right !== "-"),
      );
    });

  it("shows who reads its own its own, and lets it void no other's", async () => {
    const [mine, other] = [
      await lrs.client(["statements/write", "statements/read/mine"]),
      await lrs.client(["statements/write"]),
    ];
    const [own, foreign] = [newId(), newId()];
    await lrs.send("POST", "/statements", { body: statement({ id: own }), ...mine });
    await lrs.send("POST", "/statements", { body: statement({ id: foreign }), ...other });
    const list = (await (await lrs.send("GET", "/statements", mine)).json()) as {
      statements: { id: string }[];
    };
    assert.deepEqual(
      list.statements.map(({ id }) => id),
      [own],
    );
    assert.equal(
      (await lrs.send("GET", "/statements", { query: { statementId: foreign }, ...mine })).status,
      404,
    );
    const voiding = (id: string) =>
      statement({
        verb: { id: "http://adlnet.gov/expapi/verbs/voided" },
        object: { objectType: "StatementRef", id },
      });
    assert.equal((await lrs.send("POST", "/statements", { body: voiding(foreign), ...mine })).status, 403);
    assert.equal((await lrs.send("POST", "/statements", { body: voiding(own), ...mine })).status, 200);
    assert.equal(
      (await lrs.send("GET", "/statements", { query: { statementId: own }, ...mine })).status,
      404,
    );
    const later = newId();
    await lrs.send("POST", "/statements", { body: voiding(later), ...mine });
    await lrs.send("POST", "/statements", { body: statement({ id: later }), ...other });
    assert.equal(
      (await lrs.send("GET", "/statements", { query: { statementId: later } })).status,
      200,
      "not even beforehand",
    );
  });

  it("ends a client and a secret at once", async () => {
    const { clientId, authorization } = await lrs.client(["all"]);
    const status = async (as = authorization) =>
      (await lrs.send("GET", "/statements", { authorization: as })).status;
    assert.equal(await status(), 200);
    const { key, secret } = await lrs.house.call("academy.rotate_lrs_client", { clientId });
    assert.equal(await status(), 401);
    assert.equal(await status(basic(`${key}:${secret}`)), 200);
    await lrs.house.call("academy.revoke_lrs_client", { clientId });
    assert.equal(await status(basic(`${key}:${secret}`)), 401);
  });

  describe("a player's token", () => {
    const actor = { objectType: "Agent", account: { homePage: "http://localhost", name: newId() } };
    const registration = newId();
    const activityId = "http://a.example/au";
    let authorization: string;
    const issue = (seconds = 60) => {
      const now = lrs.house.clock.now();
      const whose = { accountId: null, personId: null, enrolmentId: null };
      return issueLrsToken(lrs.house.app.database.db, {
        actor,
        registration,
        activityId,
        ...whose,
        now,
        expiresAt: now.add({ seconds }),
      });
    };
    before(async () => {
      authorization = `Basic ${(await issue()).authToken}`;
    });
    const own = (over = {}) => statement({ actor, context: { registration }, ...over });

    it("speaks of its student in its registration", async () => {
      const id = newId();
      const send = (body: unknown) => lrs.send("POST", "/statements", { body, authorization });
      assert.equal((await send(own({ id }))).status, 200);
      assert.equal((await send(own({ actor: { mbox: "mailto:a@example.com" } }))).status, 403);
      assert.equal((await send(own({ context: { registration: newId() } }))).status, 403);
      assert.equal((await send(own({ context: undefined }))).status, 403);
      const page = (await (await lrs.send("GET", "/statements", { authorization })).json()) as {
        statements: { id: string }[];
      };
      assert.deepEqual(
        page.statements.map((one) => one.id),
        [id],
      );
    });

    it("reaches the documents of its student, activity and registration", async () => {
      const agent = JSON.stringify(actor);
      const status = async (path: string, query: Record<string, string>) =>
        (await lrs.send("GET", path, { query, authorization })).status;
      const state = { activityId, agent, registration };
      assert.equal(await status("/activities/state", state), 200);
      assert.equal(await status("/activities/state", { ...state, agent: AGENT }), 403);
      assert.equal(
        await status("/activities/state", { ...state, activityId: "http://a.example/other" }),
        403,
      );
      assert.equal(await status("/activities/state", { activityId, agent }), 403);
      assert.equal(await status("/agents/profile", { agent }), 200);
      assert.equal(await status("/agents/profile", { agent: AGENT }), 403);
      assert.equal(await status("/activities/profile", { activityId }), 200);
      assert.equal(await status("/agents", { agent: AGENT }), 403);
    });

    it("ends when its time is over, or is taken back", async () => {
      const { authToken } = await issue(1);
      const status = async (token: string) =>
        (await lrs.send("GET", "/statements", { authorization: token })).status;
      assert.equal(await status(`Basic ${authToken}`), 200);
      lrs.house.clock.advance({ seconds: 2 });
      assert.equal(await status(`Basic ${authToken}`), 401);
      assert.equal(await status(authorization), 200);
      await revokeLrsTokens(lrs.house.app.database.db, registration, lrs.house.clock.now());
      assert.equal(await status(authorization), 401);
    });
  });
});
