import type { z } from "zod";
import { isAppError } from "#kernel/errors.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import type { ProtocolRoutes } from "#kernel/module.ts";
import { execute } from "#kernel/operation/execute.ts";
import type { SessionCalendar } from "#modules/academy/contract/sessions.ts";

const gone = () =>
  new Response("There is no calendar at this address any more.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** `GET /learn/calendar/:secret.ics`: a student's live sessions for a calendar program; 404 once the address is revoked. */
export const calendarRoutes: ProtocolRoutes = (web, door) => {
  web.get("/learn/calendar/:file{[\\w-]{20,100}\\.ics}", async (context) => {
    const requestId = context.get("requestId");
    const secret = context.req.param("file").replace(/\.ics$/, "");
    try {
      const feed = (await execute(
        door.runtime,
        "academy.get_session_calendar",
        { secret },
        {
          actor: { kind: "anonymous" },
          surface: "http",
          requestId,
          now: door.clock.now(),
        },
      )) as z.output<typeof SessionCalendar>;
      return new Response(feed.ics, {
        headers: {
          "content-type": "text/calendar; charset=utf-8",
          "content-disposition": `inline; filename="${feed.fileName}"`,
          // Its own reader may keep it for a while; nobody between may.
          "cache-control": "private, max-age=300",
          "x-robots-tag": "noindex",
        },
      });
    } catch (error) {
      if (isAppError(error) && error.kind === "not_found") return gone();
      const response = problemResponse(error, requestId);
      if (response.status === 500) door.runtime.services.log.error({ requestId, error }, "Bug");
      return response;
    }
  });
};
