import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";
import { slug } from "#modules/academy/contract/content.ts";

const lines = z.array(z.string().trim().min(1).max(300)).max(30);

/** What people read of a course before they take it. */
export const courseFacts = z.object({
  title: z.string().trim().min(1).max(200),
  subtitle: z.string().trim().max(300).default(""),
  summary: z.string().trim().max(300).default(""),
  description: richText.default({ type: "doc", content: [] }),
  /** BCP 47. */
  language: z.string().min(2).max(35).default("en"),
  level: z.enum(["beginner", "intermediate", "advanced"]).default("beginner"),
  durationDays: z.number().int().min(1).max(3650).nullable().default(null),
  /** The key a sale gives, such as `academy.course:ai-business-mastery`; null: not sold. */
  entitlement: z
    .string()
    .max(120)
    .regex(/^academy\.course:[a-z0-9-]+$/)
    .nullable()
    .default(null),
  outcomes: lines.default([]),
  audience: lines.default([]),
  requirements: lines.default([]),
  faq: z
    .array(
      z.object({ question: z.string().trim().min(1).max(300), answer: z.string().trim().min(1).max(3000) }),
    )
    .max(40)
    .default([]),
  instructors: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(120),
        role: z.string().trim().max(120).default(""),
        bio: z.string().trim().max(2000).default(""),
      }),
    )
    .max(20)
    .default([]),
  /** What the certificate says; null: there is none. */
  certificate: z
    .object({ title: z.string().trim().min(1).max(200), statement: z.string().trim().max(1000) })
    .nullable()
    .default(null),
  coverFileId: z.uuid().nullable().default(null),
});
export type CourseFacts = z.output<typeof courseFacts>;

const { shape } = courseFacts;
/** Some of the facts, to change them; without the defaults a new course has, which would wipe what is left out. */
export const courseFactsPatch = z
  .object({
    title: shape.title,
    subtitle: shape.subtitle.removeDefault(),
    summary: shape.summary.removeDefault(),
    description: shape.description.removeDefault(),
    language: shape.language.removeDefault(),
    level: shape.level.removeDefault(),
    durationDays: shape.durationDays.removeDefault(),
    entitlement: shape.entitlement.removeDefault(),
    outcomes: shape.outcomes.removeDefault(),
    audience: shape.audience.removeDefault(),
    requirements: shape.requirements.removeDefault(),
    faq: shape.faq.removeDefault(),
    instructors: shape.instructors.removeDefault(),
    certificate: shape.certificate.removeDefault(),
    coverFileId: shape.coverFileId.removeDefault(),
  })
  .partial();

/** Addresses below `/learn` that are no course. */
const NOT_A_COURSE = new Set(["calendar", "certificates", "invitations", "media", "notes"]);

/** What a new course starts with. */
export const newCourse = courseFacts.extend({
  slug: slug.refine((text) => !NOT_A_COURSE.has(text), "This address has another use. Choose another"),
});
