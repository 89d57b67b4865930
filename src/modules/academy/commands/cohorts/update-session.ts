import type { z } from "zod";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { getFile } from "#kernel/files/save-file.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import {
  demandSessionVersion,
  lockSession,
  sessionFacts,
  type SessionRow,
} from "#modules/academy/cohorts/session-row.ts";
import { startOfSession } from "#modules/academy/cohorts/start-of-session.ts";
import { ChangedSession, UpdateSession } from "#modules/academy/contract/sessions.ts";
import { SessionChanged } from "#modules/academy/events/cohorts.ts";

type Given = z.output<typeof UpdateSession>;

const pick = <T>(value: T | undefined, old: T): T => (value === undefined ? old : value);

/** What the session is after the change. Another zone alone keeps the instant, and says by whose clock it is planned. */
function changed(before: SessionRow, given: Given): SessionRow {
  const zone = given.zone ?? before.zone;
  return {
    ...before,
    zone,
    starts_at:
      given.startsAtLocal === undefined ? before.starts_at : startOfSession(given.startsAtLocal, zone),
    key: pick(given.key, before.key),
    title: pick(given.title, before.title),
    description: pick(given.description, before.description),
    duration_minutes: pick(given.durationMinutes, before.duration_minutes),
    join_url: pick(given.joinUrl, before.join_url),
    capacity: pick(given.capacity, before.capacity),
    recording_url: pick(given.recordingUrl, before.recording_url),
    recording_file_id: pick(given.recordingFileId, before.recording_file_id),
  };
}

async function demandKeyFree(tx: Tx, { id, cohort_id, key }: SessionRow): Promise<void> {
  const taken = await firstRow(
    tx,
    sql`SELECT 1 FROM academy.session WHERE cohort_id = ${cohort_id} AND key = ${key} AND status = 'scheduled' AND id <> ${id}`,
  );
  if (taken)
    throw refuse(
      "conflict",
      "academy.session_key_taken",
      "This cohort has a date for this live block already.",
    );
}

/**
 * Changes a live session; its participants are told of another time or title. Errors: `academy.session_unknown`,
 * `academy.session_edited`, `academy.session_cancelled`, `academy.time_skipped`, `academy.session_key_taken`,
 * `files.not_found`.
 */
export const updateSession = defineCommand({
  name: "academy.update_session",
  title: "Change a live session",
  http: "PATCH /academy/sessions/:sessionId",
  access: "academy:enrol",
  input: UpdateSession,
  output: ChangedSession,
  load: (tx, { sessionId }) => lockSession(tx, sessionId),
  run: async ({ tx, input, now, emit }, before) => {
    demandSessionVersion(before, input.version);
    if (before.status === "cancelled")
      throw refuse("conflict", "academy.session_cancelled", "This session is cancelled. Schedule a new one.");
    const after = changed(before, input);
    // Locked by the cohort, so that two sessions cannot take one live block.
    await tx.execute(sql`SELECT 1 FROM academy.cohort WHERE id = ${before.cohort_id} FOR UPDATE`);
    await demandKeyFree(tx, after);
    if (input.recordingFileId) await getFile(tx, input.recordingFileId);
    const isMoved =
      !Temporal.Instant.from(after.starts_at).equals(Temporal.Instant.from(before.starts_at)) ||
      after.duration_minutes !== before.duration_minutes;
    const isTold = isMoved || after.title !== before.title;
    const isShown = isTold || after.description !== before.description;
    await tx.execute(
      sql`UPDATE academy.session SET key = ${after.key}, title = ${after.title}, description = ${after.description},
            starts_at = ${after.starts_at}, zone = ${after.zone}, duration_minutes = ${after.duration_minutes},
            join_url = ${after.join_url}, capacity = ${after.capacity}, recording_url = ${after.recording_url},
            recording_file_id = ${after.recording_file_id}, sequence = sequence + ${isShown ? 1 : 0}, version = version + 1,
            changed_at = ${now.toString()} WHERE id = ${before.id}`,
    );
    if (isTold)
      await emit(SessionChanged, {
        ...sessionFacts(after, Temporal.Instant.from(after.starts_at).toString()),
        before: { startsAt: Temporal.Instant.from(before.starts_at).toString(), title: before.title },
      });
    return { sessionId: before.id, version: before.version + 1 };
  },
});
