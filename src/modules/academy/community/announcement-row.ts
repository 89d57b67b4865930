import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** An announcement as its commands look at it. Instants as ISO 8601 text. */
export interface AnnouncementRow {
  id: string;
  course_id: string;
  cohort_id: string | null;
  by_mail: boolean;
  publish_at: string;
  published_at: string | null;
  withdrawn_at: string | null;
  version: number;
}

/** Locks an announcement. Errors: `academy.announcement_unknown`. */
export async function lockAnnouncement(tx: Tx, announcementId: string): Promise<AnnouncementRow> {
  const found = await firstRow<AnnouncementRow>(
    tx,
    sql`SELECT id, course_id, cohort_id, by_mail, to_jsonb(publish_at) AS publish_at,
          to_jsonb(published_at) AS published_at, to_jsonb(withdrawn_at) AS withdrawn_at, version
        FROM academy.announcement WHERE id = ${announcementId} FOR UPDATE`,
  );
  if (!found) throw refuse("not_found", "academy.announcement_unknown", "There is no such announcement.");
  return found;
}

/** Refuses to touch one that was taken back. Errors: `academy.announcement_withdrawn`. */
export function demandStanding({ withdrawn_at: withdrawnAt }: AnnouncementRow): void {
  if (withdrawnAt)
    throw refuse(
      "conflict",
      "academy.announcement_withdrawn",
      "This announcement was withdrawn. Write a new one.",
    );
}
