import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { demandSessionVersion, lockSession, sessionFacts } from "#modules/academy/cohorts/session-row.ts";
import { CancelSession, ChangedSession } from "#modules/academy/contract/sessions.ts";
import { SessionCancelled } from "#modules/academy/events/cohorts.ts";

/** Calls a live session off; its participants are told. Errors: `academy.session_unknown`, `academy.session_edited`, `academy.session_cancelled`. */
export const cancelSession = defineCommand({
  name: "academy.cancel_session",
  title: "Cancel a live session",
  http: "POST /academy/sessions/:sessionId/cancellation",
  access: "academy:enrol",
  confirm: true,
  input: CancelSession,
  output: ChangedSession,
  load: (tx, { sessionId }) => lockSession(tx, sessionId),
  run: async ({ tx, input, now, emit }, session) => {
    if (session.status === "cancelled")
      throw refuse("conflict", "academy.session_cancelled", "This session is cancelled already.");
    demandSessionVersion(session, input.version);
    const at = now.toString();
    await tx.execute(
      sql`UPDATE academy.session SET status = 'cancelled', cancelled_at = ${at}, cancel_reason = ${input.reason},
            sequence = sequence + 1, version = version + 1, changed_at = ${at} WHERE id = ${session.id}`,
    );
    const startsAt = Temporal.Instant.from(session.starts_at).toString();
    await emit(SessionCancelled, { ...sessionFacts(session, startsAt), reason: input.reason });
    return { sessionId: session.id, version: session.version + 1 };
  },
});
