import { sql } from "#kernel/db/sql.ts";
import type { z } from "zod";
import type { SessionSummary } from "#modules/academy/contract/sessions.ts";

/** A session as the statement gives it. */
export type SessionSummaryRow = z.output<typeof SessionSummary>;

/** What everybody sees of a session (`s`). */
export const SEEN_COLUMNS = sql`s.id AS "sessionId", s.cohort_id AS "cohortId", s.key, s.title, s.description,
  to_jsonb(s.starts_at) AS "startsAt", to_jsonb(s.starts_at + s.duration_minutes * interval '1 minute') AS "endsAt",
  s.duration_minutes AS "durationMinutes", s.status, s.cancel_reason AS "cancelReason"`;

const attended = (condition: ReturnType<typeof sql>) =>
  sql`(SELECT count(*) FROM academy.session_attendance a WHERE a.session_id = s.id AND ${condition})`;

/** What staff see of a session (`s`). */
export const STAFF_COLUMNS = sql`${SEEN_COLUMNS}, s.zone, s.join_url AS "joinUrl", s.capacity,
  s.recording_url AS "recordingUrl", s.recording_file_id AS "recordingFileId", s.version,
  ${attended(sql`a.joined_at IS NOT NULL`)} AS joined, ${attended(sql`a.status = 'present'`)} AS present,
  ${attended(sql`a.status = 'absent'`)} AS absent, ${attended(sql`a.status = 'excused'`)} AS excused`;
