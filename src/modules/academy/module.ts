import { defineModule } from "#kernel/module.ts";
import { assignmentsPart } from "#modules/academy/assignments-part.ts";
import { authoringPart } from "#modules/academy/authoring-part.ts";
import { certificatesPart } from "#modules/academy/certificates-part.ts";
import { coachingPart } from "#modules/academy/coaching-part.ts";
import { cohortsPart } from "#modules/academy/cohorts-part.ts";
import { communityPart } from "#modules/academy/community-part.ts";
import { insightPart } from "#modules/academy/insight-part.ts";
import { learningPart } from "#modules/academy/learning-part.ts";
import { lrsPart } from "#modules/academy/lrs-part.ts";
import { packagesPart } from "#modules/academy/packages-part.ts";
import { quizzesPart } from "#modules/academy/quizzes-part.ts";
import { transferPart } from "#modules/academy/transfer-part.ts";
import { tutorPart } from "#modules/academy/tutor-part.ts";
import { academyNav } from "#modules/academy/nav.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { permissions } from "#modules/academy/permissions.ts";

const parts: readonly AcademyPart[] = [
  authoringPart,
  learningPart,
  quizzesPart,
  assignmentsPart,
  cohortsPart,
  communityPart,
  lrsPart,
  packagesPart,
  transferPart,
  certificatesPart,
  coachingPart,
  tutorPart,
  insightPart,
];

/** Courses: written, taught, and improved by what happens in them. */
export const academyModule = defineModule({
  name: "academy",
  title: "Academy",
  permissions,
  // Spread one by one: typed calls need to know each operation's name.
  operations: [
    ...authoringPart.operations,
    ...learningPart.operations,
    ...quizzesPart.operations,
    ...assignmentsPart.operations,
    ...cohortsPart.operations,
    ...communityPart.operations,
    ...lrsPart.operations,
    ...packagesPart.operations,
    ...transferPart.operations,
    ...certificatesPart.operations,
    ...coachingPart.operations,
    ...tutorPart.operations,
    ...insightPart.operations,
  ],
  events: parts.flatMap((part) => part.events ?? []),
  subscribers: parts.flatMap((part) => part.subscribers ?? []),
  jobs: parts.flatMap((part) => part.jobs ?? []),
  metrics: parts.flatMap((part) => part.metrics ?? []),
  evidence: parts.flatMap((part) => part.evidence ?? []),
  personalData: parts.flatMap((part) => part.personalData ?? []),
  search: parts.flatMap((part) => part.search ?? []),
  cards: parts.flatMap((part) => part.cards ?? []),
  accountCards: parts.flatMap((part) => part.accountCards ?? []),
  accountRows: parts.flatMap((part) => part.accountRows ?? []),
  timeline: parts.flatMap((part) => part.timeline ?? []),
  fileReaders: parts.flatMap((part) => part.fileReaders ?? []),
  fileGuards: parts.flatMap((part) => part.fileGuards ?? []),
  settings: parts.flatMap((part) => part.settings ?? []),
  notices: parts.flatMap((part) => part.notices ?? []),
  intakes: parts.flatMap((part) => part.intakes ?? []),
  routes: parts.flatMap((part) => part.routes ?? []),
  nav: academyNav,
});
