import { createCohort } from "#modules/academy/commands/cohorts/create-cohort.ts";
import { updateCohort } from "#modules/academy/commands/cohorts/update-cohort.ts";
import { placeStudent } from "#modules/academy/commands/cohorts/place-student.ts";
import { joinCohort } from "#modules/academy/commands/cohorts/join-cohort.ts";
import { scheduleSession } from "#modules/academy/commands/cohorts/schedule-session.ts";
import { updateSession } from "#modules/academy/commands/cohorts/update-session.ts";
import { cancelSession } from "#modules/academy/commands/cohorts/cancel-session.ts";
import { joinSession } from "#modules/academy/commands/cohorts/join-session.ts";
import { markAttendance } from "#modules/academy/commands/cohorts/mark-attendance.ts";
import { startCohorts } from "#modules/academy/commands/cohorts/start-cohorts.ts";
import { createSessionCalendar } from "#modules/academy/commands/cohorts/create-session-calendar.ts";
import { revokeSessionCalendar } from "#modules/academy/commands/cohorts/revoke-session-calendar.ts";
import { listCohorts } from "#modules/academy/queries/cohorts/list-cohorts.ts";
import { getCohort } from "#modules/academy/queries/cohorts/get-cohort.ts";
import { listCohortStudents } from "#modules/academy/queries/cohorts/list-cohort-students.ts";
import { findPlaceableStudents } from "#modules/academy/queries/cohorts/find-placeable-students.ts";
import { listSessions } from "#modules/academy/queries/cohorts/list-sessions.ts";
import { getSession } from "#modules/academy/queries/cohorts/get-session.ts";
import { getMyCohort } from "#modules/academy/queries/cohorts/get-my-cohort.ts";
import { listMySessions } from "#modules/academy/queries/cohorts/list-my-sessions.ts";
import { findMySessionCalendar } from "#modules/academy/queries/cohorts/find-my-session-calendar.ts";
import { getSessionCalendar } from "#modules/academy/queries/cohorts/get-session-calendar.ts";
import { calendarRoutes } from "#modules/academy/cohorts/calendar-routes.ts";
import { readRecordings } from "#modules/academy/cohorts/recording-files.ts";
import * as events from "#modules/academy/events/cohorts.ts";
import { startCohortsJob } from "#modules/academy/jobs/start-cohorts.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { cohortsData } from "#modules/academy/personal-data/cohorts.ts";
import { mailAboutSession } from "#modules/academy/subscribers/cohorts/mail-about-session.ts";

/** Groups that learn by dates, and their live sessions. */
export const cohortsPart = {
  operations: [
    createCohort,
    updateCohort,
    placeStudent,
    joinCohort,
    scheduleSession,
    updateSession,
    cancelSession,
    joinSession,
    markAttendance,
    startCohorts,
    createSessionCalendar,
    revokeSessionCalendar,
    listCohorts,
    getCohort,
    listCohortStudents,
    findPlaceableStudents,
    listSessions,
    getSession,
    getMyCohort,
    listMySessions,
    findMySessionCalendar,
    getSessionCalendar,
  ],
  events: Object.values(events),
  subscribers: [mailAboutSession],
  jobs: [startCohortsJob],
  personalData: cohortsData,
  fileReaders: [readRecordings],
  routes: [calendarRoutes],
  // Who had an address of their own keeps it; the other's ends with the other.
  accountRows: [{ table: "academy.calendar_feed", owner: "person", stays: true }],
} as const satisfies AcademyPart;
