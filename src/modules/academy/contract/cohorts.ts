import { z } from "zod";
import { slug } from "#modules/academy/contract/content.ts";
import { Person } from "#modules/academy/contract/marking.ts";
import { Instant } from "#modules/academy/contract/submissions.ts";

const ZONES = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
/** IANA time zone. */
export const Zone = z
  .string()
  .max(64)
  .refine((zone) => ZONES.has(zone), "is not a known time zone");
/** Days and times that somebody can mean: databases know no year 0. ISO text compares as it sorts. */
const isOurTime = (text: string) => text >= "1970" && text < "3000";
/** A local day, such as `2027-03-01`. */
const Day = z.iso.date().refine(isOurTime, "is not a day of our time");
/** A local date and time of day, such as `2027-03-28T18:00`. */
export const LocalTime = z.iso
  .datetime({ local: true, offset: false })
  .refine(isOurTime, "is not a time of ours")
  .describe("Time of day in the zone, such as 2027-03-28T18:00");
const title = z.string().trim().min(1).max(200);
const capacity = z.number().int().min(1).max(100_000).nullable();
const CohortStatus = z.enum(["open", "closed", "cancelled"]);

const inOrder = (facts: {
  startsOn?: string;
  endsOn?: string;
  enrolFromOn?: string | null;
  enrolUntilOn?: string | null;
}) =>
  (facts.startsOn === undefined || facts.endsOn === undefined || facts.startsOn <= facts.endsOn) &&
  (!facts.enrolFromOn || !facts.enrolUntilOn || facts.enrolFromOn <= facts.enrolUntilOn);
const ORDER = "The last day is before the first";

/** What is known of a cohort. Days are those of its zone; students may choose it from `enrolFromOn` to `enrolUntilOn`, both included. */
const facts = z.object({
  title,
  startsOn: Day,
  endsOn: Day,
  zone: Zone,
  capacity: capacity.default(null),
  enrolFromOn: Day.nullable().default(null),
  enrolUntilOn: Day.nullable().default(null),
});

export const CreateCohort = facts.extend({ courseId: z.uuid() }).refine(inOrder, ORDER);
export const CohortRef = z.object({ cohortId: z.uuid() });
/** What is left out stays. `status`: open takes students, closed nobody more, cancelled does not take place. */
export const UpdateCohort = z
  .object({
    cohortId: z.uuid(),
    version: z.number().int().min(1),
    title: title.optional(),
    startsOn: Day.optional(),
    endsOn: Day.optional(),
    zone: Zone.optional(),
    capacity: capacity.optional(),
    enrolFromOn: Day.nullable().optional(),
    enrolUntilOn: Day.nullable().optional(),
    status: CohortStatus.optional(),
  })
  .refine(inOrder, ORDER);
export const ChangedCohort = z.object({ cohortId: z.uuid(), version: z.number().int() });

/** `phase`: by today's date in its zone. */
export const CohortSummary = z.object({
  cohortId: z.uuid(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  title: z.string(),
  startsOn: Day,
  endsOn: Day,
  zone: z.string(),
  capacity: z.number().int().nullable(),
  enrolFromOn: Day.nullable(),
  enrolUntilOn: Day.nullable(),
  status: CohortStatus,
  phase: z.enum(["upcoming", "running", "over"]),
  /** Students in it now, those whose payment is missing included. */
  students: z.number().int(),
  /** Live sessions that are not cancelled. */
  sessions: z.number().int(),
  version: z.number().int(),
});
export const ListCohorts = z.object({
  courseId: z.uuid().optional(),
  phase: z.enum(["upcoming", "running", "over"]).optional(),
  text: z.string().max(120).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const CohortPage = z.object({ items: z.array(CohortSummary), nextCursor: z.string().nullable() });

export const ListCohortStudents = z.object({
  cohortId: z.uuid(),
  text: z.string().max(120).optional().describe("Part of a name"),
  cursor: z.string().max(600).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const CohortStudent = z.object({
  enrollmentId: z.uuid(),
  student: Person,
  status: z.enum(["active", "suspended", "revoked", "expired", "cancelled"]),
  zone: z.string(),
  completedAt: Instant.nullable(),
  /** Sessions that are over: how many there were, and at how many the student was present. */
  sessionsHeld: z.number().int(),
  sessionsPresent: z.number().int(),
});
export const CohortStudentPage = z.object({
  items: z.array(CohortStudent),
  nextCursor: z.string().nullable(),
});

/** Enrolments of the course that are in no cohort or in another, for staff to place. */
export const FindPlaceable = z.object({
  cohortId: z.uuid(),
  text: z.string().max(120).default(""),
});
export const Placeable = z.object({
  items: z.array(z.object({ enrollmentId: z.uuid(), student: Person, cohortTitle: z.string().nullable() })),
});

/** `cohortId` null takes the student out, to learn at their own pace. */
export const PlaceStudent = z.object({
  enrollmentId: z.uuid(),
  cohortId: z.uuid().nullable(),
  reason: z.string().trim().max(500).default(""),
});
export const PlacedStudent = z.object({ enrollmentId: z.uuid(), cohortId: z.uuid().nullable() });

export const MyCohortRef = z.object({ courseSlug: slug });
/** The cohort one is in, and those one may choose now. */
export const MyCohort = z.object({
  current: z
    .object({ cohortId: z.uuid(), title: z.string(), startsOn: Day, endsOn: Day, zone: z.string() })
    .nullable(),
  choices: z.array(
    z.object({
      cohortId: z.uuid(),
      title: z.string(),
      startsOn: Day,
      endsOn: Day,
      zone: z.string(),
      /** Null: as many as come. */
      placesLeft: z.number().int().nullable(),
    }),
  ),
});
export const JoinCohort = MyCohortRef.extend({ cohortId: z.uuid() });
