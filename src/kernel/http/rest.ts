import { type Context, Hono } from "hono";
import type { Env } from "#kernel/http/env.ts";
import type { Actor } from "#kernel/actor.ts";
import { coerceText } from "#kernel/browser/coerce.ts";
import type { Clock } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import { limitBody } from "#kernel/http/limit-body.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import { execute, type Runtime } from "#kernel/operation/execute.ts";
import type { AnyOperation } from "#kernel/operation/operation.ts";

/** What the doors need: the house, its clock and who knocks. */
export interface Door {
  runtime: Runtime;
  clock: Clock;
  /** Who sends this request: by session or bearer token. Errors: `unauthenticated` for a token that is not valid. */
  actorOf(request: Request): Promise<Actor>;
}

/** Largest JSON body an operation takes; bigger content goes through uploads. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await limitBody(request, MAX_BODY_BYTES).text();
  if (text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (value && typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through to the same answer as a body that is no object.
  }
  throw refuse("invalid", "http.body_not_json", "The body must be one JSON object.");
}

async function inputOf(context: Context<Env>, operation: AnyOperation): Promise<unknown> {
  const path: Record<string, string> = context.req.param();
  if (operation.http.startsWith("GET")) {
    const query: Record<string, string> = context.req.query();
    return coerceText(operation.input, { ...query, ...path });
  }
  return { ...(await readBody(context.req.raw)), ...coerceText(operation.input, path) };
}

/** Requests by session cookie must come from our own pages; a token holder says who it is with each request. */
export function checkOrigin(request: Request, actor: Actor): void {
  if (actor.kind !== "person" || request.method === "GET") return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const ours = origin !== null && URL.parse(origin)?.host === request.headers.get("host");
  // A browser that says where a request comes from is believed over the rest.
  if (site === "same-origin" || (site === null && ours)) return;
  throw refuse("forbidden", "http.cross_site", "This request did not come from one of our own pages.");
}

async function answer(door: Door, operation: AnyOperation, context: Context<Env>): Promise<Response> {
  const requestId = context.get("requestId");
  try {
    const actor = await door.actorOf(context.req.raw);
    checkOrigin(context.req.raw, actor);
    const output = await execute(door.runtime, operation.name, await inputOf(context, operation), {
      actor,
      surface: "http",
      requestId,
      now: door.clock.now(),
      idempotencyKey: context.req.header("idempotency-key"),
    });
    return Response.json(output ?? null, {
      headers: { "x-request-id": requestId, "cache-control": "no-store" },
    });
  } catch (error) {
    const response = problemResponse(error, requestId);
    if (response.status === 500)
      door.runtime.services.log.error({ requestId, operation: operation.name, error }, "Bug");
    return response;
  }
}

/** `/api/v1`: a route for every declared operation. */
export function restRoutes(door: Door): Hono<Env> {
  const api = new Hono<Env>();
  // Fixed paths before parameters, so that `/people/me` is not taken for a person's id.
  const ordered = [...door.runtime.registry.operations.values()].toSorted(
    (a, b) => a.http.split(":").length - b.http.split(":").length,
  );
  for (const operation of ordered) {
    const [method = "GET", path = "/"] = operation.http.split(" ");
    api.on(method, path, (context) => answer(door, operation, context));
  }
  api.all("*", (context) =>
    problemResponse(
      refuse("not_found", "http.no_such_path", "There is nothing at this address."),
      context.get("requestId"),
    ),
  );
  return api;
}
