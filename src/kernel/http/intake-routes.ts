import type { Hono } from "hono";
import { systemActor } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import type { Env } from "#kernel/http/env.ts";
import { limitBody } from "#kernel/http/limit-body.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import type { Door } from "#kernel/http/rest.ts";
import { commandContext } from "#kernel/operation/execute.ts";

/** Largest webhook taken, in bytes; those of payment providers are a few kilobytes. */
const MAX_WEBHOOK_BYTES = 512_000;

async function take({ runtime, clock }: Door, request: Request, given: { name: string; requestId: string }) {
  const intake = runtime.registry.intakes.get(given.name);
  if (!intake) throw refuse("not_found", "http.no_such_path", "There is nothing at this address.");
  const body = new Uint8Array(await limitBody(request, MAX_WEBHOOK_BYTES).arrayBuffer());
  const now = clock.now();
  const told = await intake.read({ ...runtime.services, now }, { body, headers: request.headers });
  const origin = { actor: systemActor(`webhook.${given.name}`), requestId: given.requestId, now };
  await runtime.database.db.transaction((tx) =>
    intake.keep(commandContext(runtime, tx, origin, undefined), told),
  );
  return Response.json({ received: true });
}

/**
 * `POST /webhooks/<name>`: where services outside tell what happened. The answer comes after what was told is kept.
 * Errors: what the intake refuses, `http.body_too_large`.
 */
export function intakeRoutes(web: Hono<Env>, door: Door): void {
  web.post("/webhooks/:name{[a-z][a-z0-9-]*}", async (context) => {
    const requestId = context.get("requestId");
    try {
      return await take(door, context.req.raw, { name: context.req.param("name"), requestId });
    } catch (error) {
      const response = problemResponse(error, requestId);
      if (response.status === 500) door.runtime.services.log.error({ requestId, error }, "Bug");
      return response;
    }
  });
}
