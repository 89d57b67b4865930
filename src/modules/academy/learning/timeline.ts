import type { TimelineEntry } from "#kernel/module.ts";
import { CourseCompleted, EnrollmentChanged, StudentEnrolled } from "#modules/academy/events/learning.ts";

const SOURCES = {
  purchase: "by a purchase",
  seat: "on a seat of the account",
  invitation: "by an invitation",
  staff: "by staff",
};
const STATUSES = {
  active: "A student was let in again",
  suspended: "A student is held back until a payment comes",
  revoked: "A course was closed after a refund",
  expired: "A student's time in a course is over",
  cancelled: "A student was taken out of a course",
};
const hrefOf = ({ enrollmentId }: { enrollmentId: string }) => `/console/academy/students/${enrollmentId}`;

/** Courses on a customer's timeline. */
export const learningTimeline: readonly TimelineEntry[] = [
  {
    event: StudentEnrolled.name,
    permission: "academy:read",
    tell: (payload) => {
      const known = StudentEnrolled.payload.parse(payload);
      return { text: `A student was enrolled ${SOURCES[known.sourceKind]}`, href: hrefOf(known) };
    },
  },
  {
    event: EnrollmentChanged.name,
    permission: "academy:read",
    tell: (payload) => {
      const known = EnrollmentChanged.payload.parse(payload);
      return { text: STATUSES[known.status], href: hrefOf(known) };
    },
  },
  {
    event: CourseCompleted.name,
    permission: "academy:read",
    tell: (payload) => {
      const known = CourseCompleted.payload.parse(payload);
      return { text: "A student completed a course", href: hrefOf(known) };
    },
  },
];
