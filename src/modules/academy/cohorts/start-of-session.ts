import { refuse } from "#kernel/errors.ts";
import { localStart } from "#modules/academy/rules/cohorts/local-start.ts";

/** The instant a session starts at. Errors: `academy.time_skipped` for a time of day that clocks skip on that day. */
export function startOfSession(local: string, zone: string): string {
  const startsAt = localStart(local, zone);
  if (!startsAt)
    throw refuse(
      "invalid",
      "academy.time_skipped",
      "Clocks skip this time on that day, because summer time begins. Choose another.",
      { issues: [{ path: "startsAtLocal", message: "Clocks skip this time on that day" }] },
    );
  return startsAt.toString();
}
