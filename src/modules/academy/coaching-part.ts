import { COACHING_KEY } from "#modules/academy/coaching/coaching-settings.ts";
import { coachingMetrics } from "#modules/academy/coaching/metrics.ts";
import { stopRoute } from "#modules/academy/coaching/stop-route.ts";
import { welcomeSequence } from "#modules/academy/coaching/welcome-evidence.ts";
import { answerSurvey } from "#modules/academy/commands/coaching/answer-survey.ts";
import { hideMyOnboarding } from "#modules/academy/commands/coaching/hide-my-onboarding.ts";
import { setMyGoal } from "#modules/academy/commands/coaching/set-my-goal.ts";
import { setMyPlan } from "#modules/academy/commands/coaching/set-my-plan.ts";
import { stopReminders } from "#modules/academy/commands/coaching/stop-reminders.ts";
import { CoachingSettings } from "#modules/academy/contract/coaching.ts";
import * as events from "#modules/academy/events/coaching.ts";
import { coachStudentsJob } from "#modules/academy/jobs/coach-students.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { coachingData } from "#modules/academy/personal-data/coaching.ts";
import { getMyOnboarding } from "#modules/academy/queries/coaching/get-my-onboarding.ts";
import { getMyPlan } from "#modules/academy/queries/coaching/get-my-plan.ts";
import { getMySurvey } from "#modules/academy/queries/coaching/get-my-survey.ts";
import { getSurvey } from "#modules/academy/queries/coaching/get-survey.ts";
import { listAtRisk } from "#modules/academy/queries/coaching/list-at-risk.ts";
import { welcomeStudents } from "#modules/academy/subscribers/welcome-students.ts";

/** What brings students to the end: checklists, goals, reminders. */
export const coachingPart = {
  operations: [
    getMyOnboarding,
    hideMyOnboarding,
    getMyPlan,
    setMyGoal,
    setMyPlan,
    getMySurvey,
    answerSurvey,
    stopReminders,
    listAtRisk,
    getSurvey,
  ],
  events: Object.values(events),
  subscribers: [welcomeStudents],
  jobs: [coachStudentsJob],
  metrics: coachingMetrics,
  evidence: [welcomeSequence],
  personalData: coachingData,
  routes: [stopRoute],
  settings: [{ key: COACHING_KEY, title: "Welcome, reminders and nudges", schema: CoachingSettings }],
} as const satisfies AcademyPart;
