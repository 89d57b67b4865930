import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A live session as its commands look at it; instants as ISO 8601 text. */
export interface SessionRow {
  id: string;
  cohort_id: string;
  key: string | null;
  title: string;
  description: string;
  starts_at: string;
  zone: string;
  duration_minutes: number;
  join_url: string | null;
  capacity: number | null;
  status: "scheduled" | "cancelled";
  sequence: number;
  recording_url: string | null;
  recording_file_id: string | null;
  version: number;
}

/** Locks a session. Errors: `academy.session_unknown`. */
export async function lockSession(db: Db, sessionId: string): Promise<SessionRow> {
  const found = await firstRow<SessionRow>(
    db,
    sql`SELECT id, cohort_id, key, title, description, to_jsonb(starts_at) AS starts_at, zone, duration_minutes, join_url,
          capacity, status, sequence, recording_url, recording_file_id, version
        FROM academy.session WHERE id = ${sessionId} FOR UPDATE`,
  );
  if (!found) throw refuse("not_found", "academy.session_unknown", "There is no such live session.");
  return found;
}

/** Refuses what was changed from another version. Errors: `academy.session_edited`. */
export function demandSessionVersion({ version }: SessionRow, expected: number): void {
  if (version !== expected)
    throw refuse(
      "conflict",
      "academy.session_edited",
      "Somebody changed this session since you opened it. Load it again and repeat what you changed.",
      { data: { version } },
    );
}

/** What events say of a session. */
export const sessionFacts = (session: Pick<SessionRow, "id" | "cohort_id" | "title">, startsAt: string) => ({
  sessionId: session.id,
  cohortId: session.cohort_id,
  startsAt,
  title: session.title,
});
