import { z } from "zod";
import { Instant } from "./fields.ts";

/** `secret`, and `url` which holds it, are shown this once; who knows them can read the calendar. */
export const CreatedCalendarFeed = z.object({
  feedId: z.uuid(),
  secret: z.string(),
  url: z.url(),
  createdAt: Instant,
});
export const RevokedCalendarFeed = z.object({ revoked: z.boolean() });
/** `feed` is null where the person has no link. */
export const MyCalendarFeed = z.object({
  feed: z.object({ feedId: z.uuid(), createdAt: Instant }).nullable(),
});
export const GetCalendarFeed = z.object({ secret: z.string().min(20).max(100) });
/** `ics` is a calendar as RFC 5545 has it, with CRLF line ends; serve it as text/calendar. */
export const CalendarFeed = z.object({ ics: z.string(), fileName: z.string() });
