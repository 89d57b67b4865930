import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";
import { block, slug } from "#modules/academy/contract/content.ts";
import { courseFacts } from "#modules/academy/contract/course.ts";

const { faq, instructors, certificate } = courseFacts.shape;

/** A course as its card in the catalogue shows it. `minutes` is the estimated time of all lessons. */
export const PublicCourseCard = z.object({
  slug: z.string(),
  /** The public address of its page. */
  url: z.string(),
  title: z.string(),
  subtitle: z.string(),
  summary: z.string(),
  language: z.string(),
  level: z.enum(["beginner", "intermediate", "advanced"]),
  durationDays: z.number().int().nullable(),
  coverHref: z.string().nullable(),
  lessons: z.number().int(),
  minutes: z.number().int(),
  hasCertificate: z.boolean(),
  /** The key a sale gives: offers that have it are the course's; null: not sold. */
  entitlement: z.string().nullable(),
});
export type PublicCourseCard = z.output<typeof PublicCourseCard>;
export const PublicCourses = z.object({ courses: z.array(PublicCourseCard) });

/** A lesson as the outline shows it to visitors; `slug` only where it may be read for free. */
export const PublicLesson = z.object({
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int(),
  slug: z.string().nullable(),
});
export const PublicModule = z.object({
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int(),
  lessons: z.array(PublicLesson),
});

/** Everything a visitor may know of a course. */
export const PublicCourse = PublicCourseCard.extend({
  description: richText,
  outcomes: z.array(z.string()),
  audience: z.array(z.string()),
  requirements: z.array(z.string()),
  faq,
  instructors,
  certificate,
  curriculumNumber: z.number().int(),
  publishedAt: z.iso.datetime({ offset: true }),
  modules: z.array(PublicModule),
});
export type PublicCourse = z.output<typeof PublicCourse>;
export const PublicCourseRef = z.object({ slug });

/** Parts of a lesson that only students open. */
export const HeldBack = z.enum(["quiz", "assignment", "package", "live"]);

/** A lesson that may be read for free. */
export const PreviewLesson = z.object({
  course: z.object({ slug: z.string(), title: z.string(), language: z.string() }),
  slug: z.string(),
  /** The public address of this page. */
  url: z.string(),
  moduleTitle: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int(),
  blocks: z.array(block),
  heldBack: z.array(HeldBack),
  /** The next lesson that may be read for free. */
  next: z.object({ slug: z.string(), title: z.string() }).nullable(),
});
export type PreviewLesson = z.output<typeof PreviewLesson>;
export const PreviewLessonRef = z.object({ slug, lesson: slug });
