import { Hono } from "hono";
import type { Actor } from "#kernel/actor.ts";
import type { Env } from "#kernel/http/env.ts";
import { newId } from "#kernel/ids.ts";
import type { LrsScope } from "#modules/academy/contract/lrs.ts";
import { lrsRoutes } from "#modules/academy/lrs/lrs-routes.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

/** A statement that breaks no rule, with other parts where given. */
export const statement = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  actor: { objectType: "Agent", name: "Ada", mbox: "mailto:ada@example.com" },
  verb: {
    id: "http://adlnet.gov/expapi/verbs/attended",
    display: { "en-GB": "attended", "en-US": "attended" },
  },
  object: { objectType: "Activity", id: "http://www.example.com/meetings/occurances/34534" },
  ...over,
});

/** What is sent to the store. */
export interface Sending {
  query?: Record<string, string>;
  /** An object is sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  version?: string;
  /** Value of the Authorization header; null: none. */
  authorization?: string | null;
}

/** A store over a house of its own, and how to speak to it. */
export interface TestLrs {
  house: TestApp;
  send(method: string, path: string, sending?: Sending): Promise<Response>;
  /** Registers a client; gives what it authenticates with. */
  client(scopes: LrsScope[], origins?: string[]): Promise<{ clientId: string; authorization: string }>;
  close(): Promise<void>;
}

const NOBODY: Actor = { kind: "anonymous" };

/** Opens a learning record store with a client that may do everything. The clock is the machine's unless said. */
export async function openLrs(start?: string): Promise<TestLrs> {
  const house = await openTestApp({ start: start ?? Temporal.Now.instant().toString() });
  const web = new Hono<Env>();
  web.use(async (context, next) => {
    context.set("requestId", newId());
    await next();
  });
  lrsRoutes(web, { runtime: house.app, clock: house.clock, actorOf: async () => NOBODY });
  const client: TestLrs["client"] = async (scopes, origins = []) => {
    const { clientId, key, secret } = await house.call("academy.create_lrs_client", {
      name: "Test client",
      scopes,
      origins,
    });
    return { clientId, authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}` };
  };
  const everything = await client(["all"]);
  return {
    house,
    client,
    send: async (method, path, { query, body, headers, version = "1.0.3", authorization } = {}) => {
      const search = query ? `?${new URLSearchParams(query)}` : "";
      const sent = new Headers(version ? { "x-experience-api-version": version } : {});
      const knock = authorization === undefined ? everything.authorization : authorization;
      if (knock !== null) sent.set("authorization", knock);
      const isRaw = body === undefined || typeof body === "string" || body instanceof Uint8Array;
      if (!isRaw) sent.set("content-type", "application/json");
      for (const [name, value] of Object.entries(headers ?? {})) sent.set(name, value);
      const content = isRaw ? (body as string | undefined) : JSON.stringify(body);
      const init: RequestInit = { method, headers: sent, body: content };
      return web.request(new Request(`http://localhost/xapi${path}${search}`, init));
    },
    close: () => house.close(),
  };
}
