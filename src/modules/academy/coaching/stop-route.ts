import type { Hono } from "hono";
import { publicUrl } from "#kernel/config.ts";
import type { Env } from "#kernel/http/env.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import type { Door } from "#kernel/http/rest.ts";
import { execute } from "#kernel/operation/execute.ts";

async function stop({ runtime, clock }: Door, token: string, given: { requestId: string; isPage: boolean }) {
  await execute(
    runtime,
    "academy.stop_reminders",
    { token },
    { actor: { kind: "anonymous" }, surface: "http", requestId: given.requestId, now: clock.now() },
  );
  return given.isPage
    ? new Response(null, {
        status: 303,
        headers: { location: `${publicUrl(runtime.services.config)}/reminders/stopped` },
      })
    : new Response(null, { status: 204 });
}

/**
 * `POST /reminders/stop/:token`: one click ends the mails (RFC 8058); mail programs post there with nobody signed in. The
 * address itself, opened in a browser, is a page with a button that posts here.
 */
export function stopRoute(web: Hono<Env>, door: Door): void {
  web.post("/reminders/stop/:token{[A-Za-z0-9_-]{20,400}}", async (context) => {
    const requestId = context.get("requestId");
    try {
      const isPage = (context.req.header("accept") ?? "").includes("text/html");
      return await stop(door, context.req.param("token"), { requestId, isPage });
    } catch (error) {
      const response = problemResponse(error, requestId);
      if (response.status === 500) door.runtime.services.log.error({ requestId, error }, "Bug");
      return response;
    }
  });
}
