import type { z } from "zod";
import type { CalendarFeed } from "#modules/playbook/contract/calendar.ts";
import { pageContext } from "#web/context.ts";
import { findProblem } from "#web/problem.ts";
import type { Route } from "./+types/calendar.ts";

const NAME = /^([\w-]{20,100})\.ics$/u;

const gone = () =>
  new Response("There is no calendar at this address any more.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** The plan as a calendar (RFC 5545) behind a secret address; 404 once the link is revoked. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const secret = NAME.exec(params.file)?.[1];
  if (!secret) return gone();
  try {
    const feed = await context
      .get(pageContext)
      .call<z.output<typeof CalendarFeed>>("playbook.get_calendar_feed", { secret });
    return new Response(feed.ics, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `inline; filename="${feed.fileName}"`,
        // Its own reader may keep it for a while; nobody between may.
        "cache-control": "private, max-age=300",
        "x-robots-tag": "noindex",
      },
    });
  } catch (thrown) {
    if (findProblem(thrown)?.kind === "not_found") return gone();
    throw thrown;
  }
}
