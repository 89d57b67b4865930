import { z } from "zod";
import { slug } from "#modules/academy/contract/content.ts";

const Instant = z.iso.datetime({ offset: true });
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 18:00");
const page = { cursor: z.string().max(200).optional(), limit: z.number().int().min(1).max(200).default(50) };

/** What the house does by itself to keep students going; the group of settings `academy.coaching`. */
export const CoachingSettings = z.object({
  sendsWelcomeSequence: z
    .boolean()
    .default(true)
    .describe("Mails at enrolment, on the third and on the tenth day"),
  sendsReminders: z
    .boolean()
    .default(true)
    .describe("Reminders on the days a student planned, and one nudge at risk"),
});
export type CoachingSettings = z.output<typeof CoachingSettings>;

export const CourseOfMine = z.object({ course: slug });

/** The first steps of a student; each ticks itself. `href` is where it is done. */
export const OnboardingItem = z.object({
  key: z.enum(["zone", "first_lesson", "goal", "plan", "first_quiz"]),
  title: z.string(),
  isDone: z.boolean(),
  href: z.string(),
});
export const MyOnboarding = z.object({
  items: z.array(OnboardingItem),
  done: z.number().int(),
  /** True once everything is done, or the student wanted it gone. */
  isHidden: z.boolean(),
});
export type MyOnboarding = z.output<typeof MyOnboarding>;
export const HiddenOnboarding = z.object({ isHidden: z.boolean() });

/** What a student set out to do. Days are ISO: 1 is Monday; times are local to `zone`. */
export const MyPlan = z.object({
  course: z.object({ slug: z.string(), title: z.string() }),
  goal: z.string(),
  days: z.array(z.number().int().min(1).max(7)),
  minutes: z.number().int(),
  at: TimeOfDay,
  isSet: z.boolean(),
  wantsMail: z.boolean(),
  quietFrom: TimeOfDay,
  quietUntil: TimeOfDay,
  zone: z.string(),
});
export type MyPlan = z.output<typeof MyPlan>;

export const SetMyGoal = CourseOfMine.extend({
  goal: z.string().trim().min(1, "must be filled in").max(500).describe("What you want to have at the end"),
});
export const SetMyPlan = CourseOfMine.extend({
  days: z.array(z.number().int().min(1).max(7)).min(1, "must be at least one day").max(7),
  minutes: z.number().int().min(5).max(720).describe("Minutes on each of these days"),
  at: TimeOfDay.default("18:00"),
  wantsMail: z.boolean().default(true),
  quietFrom: TimeOfDay.default("21:00"),
  quietUntil: TimeOfDay.default("08:00"),
});
export const Saved = z.object({});

export const StopReminders = z.object({ token: z.string().min(1).max(400) });
export const StoppedReminders = z.object({ courseTitle: z.string() });

export const SurveyMoment = z.enum(["half", "end"]);
/** The question a student is asked now; null: none. */
export const MySurvey = z.object({ moment: SurveyMoment.nullable() });
export type MySurvey = z.output<typeof MySurvey>;
export const AnswerSurvey = CourseOfMine.extend({
  moment: SurveyMoment,
  score: z.number().int().min(0).max(10).nullable().describe("Left out: the student does not want to say"),
  comment: z.string().trim().max(2000).default(""),
});

export const RiskReason = z.enum(["no_activity", "behind_schedule", "failed_attempts"]);
export const ListAtRisk = z.object({
  text: z.string().trim().max(120).default(""),
  course: slug.optional(),
  reason: RiskReason.optional(),
  ...page,
});
/** A student who may not finish, why, and whether they were written to about it. */
export const AtRisk = z.object({
  episodeId: z.uuid(),
  enrollmentId: z.uuid(),
  name: z.string(),
  email: z.string(),
  courseTitle: z.string(),
  reasons: z.array(RiskReason),
  beganAt: Instant,
  lastActiveAt: Instant.nullable(),
  nudgedAt: Instant.nullable(),
});
export type AtRisk = z.output<typeof AtRisk>;
export const AtRiskPage = z.object({ items: z.array(AtRisk), nextCursor: z.string().nullable() });

export const GetSurvey = z.object({ course: slug.optional(), ...page });
/** Answers of students. `score` is the net promoter score, −100 to 100; null below five answers, and `reason` says so. */
export const SurveyResult = z.object({
  score: z.number().int().nullable(),
  reason: z.string().nullable(),
  answers: z.number().int(),
  /** How many gave 0, 1, … 10. */
  counts: z.array(z.number().int()).length(11),
  items: z.array(
    z.object({
      enrollmentId: z.uuid(),
      name: z.string(),
      courseTitle: z.string(),
      moment: SurveyMoment,
      score: z.number().int().nullable(),
      comment: z.string(),
      answeredAt: Instant,
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type SurveyResult = z.output<typeof SurveyResult>;
