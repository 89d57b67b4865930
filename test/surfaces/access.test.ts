import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, type Permission, STAFF_ROLES, type StaffRole } from "#kernel/actor.ts";
import { hashApiToken, newApiToken } from "#kernel/auth/api-token.ts";
import { createAuthentication } from "#kernel/auth/authentication.ts";
import { addPerson } from "#kernel/auth/people.ts";
import { sql } from "#kernel/db/sql.ts";
import { isAppError } from "#kernel/errors.ts";
import { toolName } from "#kernel/http/mcp.ts";
import { newId } from "#kernel/ids.ts";
import type { Module } from "#kernel/module.ts";
import type { AnyOperation } from "#kernel/operation/operation.ts";
import { modules } from "#main/modules.ts";
import { createWeb } from "#main/server.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

type Who = StaffRole | "nobody" | "no_scope";
const WHO: readonly Who[] = [...STAFF_ROLES, "no_scope", "nobody"];

/** What the declarations say, worked out here anew: the code under test has no part in it. */
function expected({ access }: AnyOperation, who: Who): "allowed" | 401 | 403 {
  if (access === "public") return "allowed";
  if (who === "nobody") return 401;
  if (access === "signed_in") return "allowed";
  if (who === "no_scope") return 403;
  if (access === "customer") return "allowed";
  if (who === "owner" || who === "admin") return "allowed";
  const grants = (modules as readonly Module[]).map(({ permissions }) => permissions[access as Permission]);
  return grants.some((grant) => grant?.roles.includes(who)) ? "allowed" : 403;
}

const operations: readonly AnyOperation[] = (modules as readonly Module[]).flatMap(
  (module) => module.operations,
);

describe("every operation, role and surface", () => {
  let house: TestApp;
  let send: (request: Request) => Response | Promise<Response>;
  const tokens = new Map<Who, string>();
  const people = new Map<Who, string>();

  async function makeToken(who: StaffRole | "no_scope"): Promise<void> {
    const { db } = house.app.database;
    const role = who === "no_scope" ? "owner" : who;
    const personId = await addPerson(db, {
      name: who,
      email: `${who}@example.com`,
      role,
      now: house.clock.now(),
    });
    const token = newApiToken();
    await db.execute(
      sql`INSERT INTO auth.api_token (id, person_id, name, hash, scopes, agent, created_at)
          VALUES (${newId()}, ${personId}, ${who}, ${hashApiToken(token)}, ${sql.param(who === "no_scope" ? ["none:none"] : ["*"])},
                  false, ${house.clock.now().toString()})`,
    );
    await db.execute(sql`UPDATE auth.person SET joined_at = created_at WHERE id = ${personId}`);
    people.set(who, personId);
    tokens.set(who, token);
  }

  before(async () => {
    house = await openTestApp({ env: { CAIRN_API_RATE_LIMIT: "0" } });
    for (const who of WHO) if (who !== "nobody") await makeToken(who);
    const auth = createAuthentication(house.app, "a secret only for tests, long enough");
    const web = await createWeb(house.app, {
      auth,
      pages: async () => new Response("page"),
      metrics: async () => new Response(""),
    });
    send = (request) => web.request(request);
  });
  after(() => house.close());

  const headers = (who: Who): Record<string, string> => {
    const token = tokens.get(who);
    return { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  };

  async function overHttp(operation: AnyOperation, who: Who): Promise<number> {
    const [method = "GET", path = "/"] = operation.http.split(" ");
    const url = `http://localhost/api/v1${path.replace(/:\w+/g, () => newId())}`;
    const init = method === "GET" ? {} : { body: "{}" };
    return (await send(new Request(url, { method, headers: headers(who), ...init }))).status;
  }

  async function overMcp(operation: AnyOperation, who: Who): Promise<number> {
    const body = {
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: toolName(operation.name), arguments: {} },
    };
    const response = await send(
      new Request("http://localhost/mcp", {
        method: "POST",
        headers: { ...headers(who), accept: "application/json, text/event-stream" },
        body: JSON.stringify(body),
      }),
    );
    if (response.status !== 200) return response.status;
    const { result } = (await response.json()) as {
      result: { isError?: boolean; content: { text: string }[] };
    };
    return result.isError ? JSON.parse(result.content[0]!.text).status : 200;
  }

  async function overPage(operation: AnyOperation, who: Who): Promise<number> {
    const role = who === "no_scope" ? "owner" : who;
    const personId = people.get(who) ?? newId();
    const actor: Actor = role === "nobody" ? { kind: "anonymous" } : { kind: "person", personId, role };
    const token: Actor = {
      kind: "token",
      tokenId: newId(),
      personId,
      role: "owner",
      scopes: ["none:none"],
      agent: false,
    };
    try {
      await house.app.call(
        operation.name,
        {},
        { actor: who === "no_scope" ? token : actor, surface: "page" },
      );
      return 200;
    } catch (error) {
      if (!isAppError(error)) return 500;
      return { unauthenticated: 401, forbidden: 403 }[error.kind as "forbidden"] ?? 200;
    }
  }

  it("declares who may call each operation, and a way to reach it", () => {
    assert.ok(operations.length > 60, `${operations.length} operations`);
    for (const { name, access, title, http } of operations) {
      assert.match(access, /^(public|signed_in|customer|[a-z]+:[a-z]+)$/, name);
      assert.match(http, /^(GET|POST|PUT|PATCH|DELETE) \//, name);
      assert.ok(title.length > 5, name);
    }
  });

  for (const [surface, reach] of Object.entries({ http: overHttp, mcp: overMcp, page: overPage }))
    it(`refuses every denied cell over ${surface} and no allowed one`, async () => {
      const wrong: string[] = [];
      for (const operation of operations)
        for (const who of WHO) {
          if (surface === "mcp" && who === "nobody" && operation.access === "public") continue;
          const want = expected(operation, who);
          const got = await reach(operation, who);
          // An allowed call may be refused by its own policy on the row, never for want of the permission.
          const fits = want === "allowed" ? got !== 401 && got < 500 : got === want;
          if (!fits) wrong.push(`${operation.name} as ${who}: wanted ${want}, got ${got}`);
        }
      assert.deepEqual(wrong, []);
    });
});
