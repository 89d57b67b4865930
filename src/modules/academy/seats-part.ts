import { acceptCourseInvitation } from "#modules/academy/commands/invitations/accept-course-invitation.ts";
import { inviteStudent } from "#modules/academy/commands/invitations/invite-student.ts";
import { revokeCourseInvitation } from "#modules/academy/commands/invitations/revoke-course-invitation.ts";
import { sendCourseInvitation } from "#modules/academy/commands/invitations/send-course-invitation.ts";
import { giveMySeat } from "#modules/academy/commands/seats/give-my-seat.ts";
import { takeBackMySeat } from "#modules/academy/commands/seats/take-back-my-seat.ts";
import { coursesCard, studentsCard } from "#modules/academy/learning/student-cards.ts";
import { learningTimeline } from "#modules/academy/learning/timeline.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { listCourseInvitations } from "#modules/academy/queries/invitations/list-course-invitations.ts";
import { readCourseInvitation } from "#modules/academy/queries/invitations/read-course-invitation.ts";
import { listMySeats } from "#modules/academy/queries/seats/list-my-seats.ts";
import { freeSeatsOfLeavers } from "#modules/academy/subscribers/learning/free-seats-of-leavers.ts";

/** Seats that accounts give to their people, and invitations by staff. */
export const seatsPart = {
  operations: [
    listMySeats,
    giveMySeat,
    takeBackMySeat,
    inviteStudent,
    sendCourseInvitation,
    revokeCourseInvitation,
    acceptCourseInvitation,
    listCourseInvitations,
    readCourseInvitation,
  ],
  subscribers: [freeSeatsOfLeavers],
  cards: [coursesCard],
  accountCards: [studentsCard],
  timeline: learningTimeline,
} as const satisfies AcademyPart;
