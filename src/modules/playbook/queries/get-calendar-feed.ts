import type { StaffRole } from "#kernel/actor.ts";
import { publicUrl } from "#kernel/config.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CalendarFeed, GetCalendarFeed } from "#modules/playbook/contract/calendar.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { calendarEntries } from "#modules/playbook/queries/calendar-entries.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { writeCalendar } from "#modules/playbook/queries/write-calendar.ts";

/** Whose link it is, as long as the person works here. */
const findReader = (db: Db, secret: string) =>
  firstRow<{ personId: string; role: StaffRole }>(
    db,
    sql`SELECT f.person_id AS "personId", p.role FROM playbook.calendar_feed f
        JOIN auth.person p ON p.id = f.person_id AND p.role IS NOT NULL AND p.disabled_at IS NULL
        WHERE f.secret_sha256 = ${sha256Hex(secret)} AND f.revoked_at IS NULL`,
  );

/**
 * The calendar behind a secret link: gates, work packages and what its owner has to do. The secret is the right to
 * read it. Errors: `playbook.calendar_not_found` for one that is unknown, revoked, or of somebody who left.
 */
export const getCalendarFeed = defineQuery({
  name: "playbook.get_calendar_feed",
  title: "Read a calendar by its secret link",
  http: "GET /playbook/calendars/:secret",
  access: "public",
  input: GetCalendarFeed,
  output: CalendarFeed,
  run: async (context) => {
    const { db, input, config } = context;
    const reader = await findReader(db, input.secret);
    const rights = context.runtime().registry.permissionsOf(reader?.role ?? null);
    if (!reader || !rights.has("playbook:read"))
      throw refuse(
        "not_found",
        "playbook.calendar_not_found",
        "There is no calendar at this address any more.",
      );
    const { name } = await context.company();
    const { zone, today } = await companyDay(context);
    const plan = await findActivePlan(db);
    const entries = plan
      ? await calendarEntries(db, { planId: plan.id, personId: reader.personId, today })
      : [];
    const ics = writeCalendar(entries, { name: `${name}: plan`, zone, baseUrl: publicUrl(config) });
    return { ics, fileName: "plan.ics" };
  },
});
