import { createCalendarFeed } from "#modules/playbook/commands/create-calendar-feed.ts";
import { revokeCalendarFeed } from "#modules/playbook/commands/revoke-calendar-feed.ts";
import { calendarData } from "#modules/playbook/personal-data/calendar.ts";
import { findMyCalendarFeed } from "#modules/playbook/queries/find-my-calendar-feed.ts";
import { getCalendarFeed } from "#modules/playbook/queries/get-calendar-feed.ts";

/** The plan in a person's own calendar, by a secret link. */
export const calendarPart = {
  operations: [createCalendarFeed, revokeCalendarFeed, findMyCalendarFeed, getCalendarFeed],
  personalData: [calendarData],
} as const;
