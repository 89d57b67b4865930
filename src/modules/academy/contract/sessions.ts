import { z } from "zod";
import { LocalTime, Zone } from "#modules/academy/contract/cohorts.ts";
import { slug } from "#modules/academy/contract/content.ts";
import { Person } from "#modules/academy/contract/marking.ts";
import { Instant } from "#modules/academy/contract/submissions.ts";

const link = z
  .url({ protocol: /^https$/ })
  .max(2000)
  .nullable();
const facts = {
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(5000),
  /** The live block of the lessons it is the date of; null: of none. */
  key: slug.nullable(),
  startsAtLocal: LocalTime,
  zone: Zone,
  durationMinutes: z.number().int().min(5).max(1440),
  joinUrl: link,
  capacity: z.number().int().min(1).max(100_000).nullable(),
};

/** Without a zone, the cohort's. */
export const ScheduleSession = z.object({
  cohortId: z.uuid(),
  ...facts,
  description: facts.description.default(""),
  key: facts.key.default(null),
  zone: facts.zone.optional(),
  durationMinutes: facts.durationMinutes.default(60),
  joinUrl: link.default(null),
  capacity: facts.capacity.default(null),
});
export const SessionRef = z.object({ sessionId: z.uuid() });
/** What is left out stays. Another time or title goes out to the participants by mail. */
export const UpdateSession = z.object({
  sessionId: z.uuid(),
  version: z.number().int().min(1),
  title: facts.title.optional(),
  description: facts.description.optional(),
  key: facts.key.optional(),
  startsAtLocal: LocalTime.optional(),
  zone: Zone.optional(),
  durationMinutes: facts.durationMinutes.optional(),
  joinUrl: link.optional(),
  capacity: facts.capacity.optional(),
  recordingUrl: link.optional(),
  recordingFileId: z.uuid().nullable().optional(),
});
export const CancelSession = z.object({
  sessionId: z.uuid(),
  version: z.number().int().min(1),
  /** Participants read it. */
  reason: z.string().trim().max(500).default(""),
});
export const ChangedSession = z.object({ sessionId: z.uuid(), version: z.number().int() });

const seen = {
  sessionId: z.uuid(),
  cohortId: z.uuid(),
  key: z.string().nullable(),
  title: z.string(),
  description: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  durationMinutes: z.number().int(),
  status: z.enum(["scheduled", "cancelled"]),
  cancelReason: z.string(),
};

export const AttendanceStatus = z.enum(["present", "absent", "excused"]);
export const SessionSummary = z.object({
  ...seen,
  /** Whose clock it was planned by. */
  zone: z.string(),
  joinUrl: z.string().nullable(),
  capacity: z.number().int().nullable(),
  recordingUrl: z.string().nullable(),
  recordingFileId: z.uuid().nullable(),
  joined: z.number().int(),
  present: z.number().int(),
  absent: z.number().int(),
  excused: z.number().int(),
  version: z.number().int(),
});
export const ListSessions = z.object({ cohortId: z.uuid() });
export const SessionList = z.object({ items: z.array(SessionSummary) });
export const SessionDetail = SessionSummary.extend({
  cohortTitle: z.string(),
  courseTitle: z.string(),
  attendance: z.array(
    z.object({
      enrollmentId: z.uuid(),
      student: Person,
      joinedAt: Instant.nullable(),
      status: AttendanceStatus.nullable(),
    }),
  ),
});
export const MarkAttendance = z.object({
  sessionId: z.uuid(),
  marks: z
    .array(z.object({ enrollmentId: z.uuid(), status: AttendanceStatus.nullable() }))
    .min(1)
    .max(2000),
});
export const MarkedAttendance = z.object({ sessionId: z.uuid(), marked: z.number().int() });

export const MySessionsRef = z.object({ courseSlug: slug });
/** Sessions of one's cohort. Times are instants; `zone` is the student's own. */
export const MySessions = z.object({
  courseTitle: z.string(),
  zone: z.string(),
  cohortTitle: z.string().nullable(),
  items: z.array(
    z.object({
      ...seen,
      /** When the way in opens: 15 minutes before. */
      joinOpensAt: Instant,
      canJoin: z.boolean(),
      isOver: z.boolean(),
      recordingUrl: z.string().nullable(),
      recordingFileId: z.uuid().nullable(),
      attendance: AttendanceStatus.nullable(),
    }),
  ),
});
export const JoinedSession = z.object({ sessionId: z.uuid(), joinUrl: z.string() });

/** `secret`, and `url` which holds it, are shown this once; who knows them can read the calendar. */
export const CreatedSessionCalendar = z.object({ secret: z.string(), url: z.url(), createdAt: Instant });
export const RevokedSessionCalendar = z.object({ revoked: z.boolean() });
export const MySessionCalendar = z.object({ createdAt: Instant.nullable() });
export const GetSessionCalendar = z.object({ secret: z.string().min(20).max(100) });
/** `ics` is a calendar as RFC 5545 has it, with CRLF line ends; serve it as text/calendar. */
export const SessionCalendar = z.object({ ics: z.string(), fileName: z.string() });
