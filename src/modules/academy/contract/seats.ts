import { z } from "zod";
import { ENROLLMENT_STATUSES } from "#modules/academy/contract/learning.ts";

export const SeatsOf = z.object({ accountId: z.uuid() });
/** A seat of a course, and who sits on it. */
export const OneSeat = z.object({ accountId: z.uuid(), courseId: z.uuid(), personId: z.uuid() });
export const GivenSeat = z.object({ enrollmentId: z.uuid(), status: z.enum(ENROLLMENT_STATUSES) });

const member = z.object({ personId: z.uuid(), name: z.string(), email: z.string() });

/** Somebody on a seat. `name` is null for who no longer belongs to the account. `done` of `total` lessons. */
export const SeatLearner = z.object({
  personId: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  enrollmentId: z.uuid(),
  status: z.enum(ENROLLMENT_STATUSES),
  completedAt: z.string().nullable(),
  done: z.number().int(),
  total: z.number().int(),
});

/** A course an account has seats in: how many it bought, who sits on them, and which members could. */
export const CourseSeats = z.object({
  courseId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  /** Seats can be given once the course is published. */
  isPublished: z.boolean(),
  bought: z.number().int(),
  learners: z.array(SeatLearner),
  others: z.array(member),
});
export const MySeats = z.object({ courses: z.array(CourseSeats) });
