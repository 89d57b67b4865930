import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";
import { assignmentSettings, rubric } from "#modules/academy/contract/assignment.ts";
import { blocks, completionRule, openingRule, slug } from "#modules/academy/contract/content.ts";
import { courseFacts } from "#modules/academy/contract/course.ts";
import { PACKAGE_KINDS } from "#modules/academy/contract/packages.ts";
import { questionDraft } from "#modules/academy/contract/question.ts";
import { quizSection, quizSettings } from "#modules/academy/contract/quiz.ts";

const title = z.string().trim().min(1).max(200);
const summary = z.string().trim().max(1000).default("");

/** Something that could not be taken as it was: what, where it stood, and why it is missing or different now. */
export const loss = z.object({ item: z.string(), place: z.string(), why: z.string() });
export type Loss = z.output<typeof loss>;

/** A file of a course. `id` is what blocks and texts of the draft call it; `path` where its bytes are in the source. */
export const mediaDraft = z.object({
  id: z.uuid(),
  path: z.string().min(1).max(1000),
  name: z.string().min(1).max(200),
  /** As declared; the bytes decide. */
  mediaType: z.string().max(200),
});
export type MediaDraft = z.output<typeof mediaDraft>;

/** Something of a package that is launched by itself: a SCO, or an assignable unit of cmi5. */
export const packageItem = z.object({
  /** The identifier in the manifest; of cmi5 the activity's IRI. */
  id: z.string().min(1).max(4000),
  title: z.string().max(500),
  /** A path within the package with its query and fragment; of cmi5 also an address outside. */
  href: z.string().min(1).max(4000),
  /** False for what only shows and reports nothing (an asset). */
  isTracked: z.boolean().default(true),
  /** 0–1,000,000; null: the content decides. */
  masteryPpm: z.number().int().min(0).max(1_000_000).nullable().default(null),
  /** What the content is given at launch: `cmi.launch_data`, or launchParameters of cmi5. */
  launchData: z.string().max(65_000).default(""),
  /** Seconds; null: without a limit. */
  maxSeconds: z.number().int().min(0).nullable().default(null),
  timeLimitAction: z.string().max(40).default(""),
  /** cmi5: what counts as done. SCORM: always `content`. */
  moveOn: z
    .enum(["content", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"])
    .default("content"),
  launchMethod: z.enum(["AnyWindow", "OwnWindow"]).default("AnyWindow"),
  /** cmi5: identifiers of the blocks it stands in, outermost first. */
  blocks: z.array(z.string().max(4000)).max(20).default([]),
  entitlementKey: z.string().max(1000).default(""),
});
export type PackageItem = z.output<typeof packageItem>;

/** What a manifest says. */
export const packageManifest = z.object({
  /** Of the whole package; of cmi5 the course's IRI. */
  id: z.string().max(4000),
  /** As the manifest names its edition, such as `1.2` or `2004 4th Edition`. */
  version: z.string().max(60),
  items: z.array(packageItem).min(1).max(500),
});
export type PackageManifest = z.output<typeof packageManifest>;

/** A package of a course. `from` is where a file's bytes are in the source. */
export const packageDraft = z.object({
  id: z.uuid(),
  kind: z.enum(PACKAGE_KINDS),
  title,
  manifest: packageManifest,
  files: z
    .array(z.object({ path: z.string().min(1).max(1000), from: z.string().min(1).max(1500) }))
    .max(20_000),
});
export type PackageDraft = z.output<typeof packageDraft>;

const lessonDraft = z.object({
  key: z.uuid(),
  slug,
  title,
  summary,
  minutes: z.number().int().min(0).max(1440).default(0),
  isPreview: z.boolean().default(false),
  completion: completionRule,
  opening: openingRule.default({}),
  blocks,
});
export type LessonDraft = z.output<typeof lessonDraft>;

const moduleDraft = z.object({ key: z.uuid(), title, summary, lessons: z.array(lessonDraft).max(500) });
export type ModuleDraft = z.output<typeof moduleDraft>;

const quizDraft = z.object({
  key: z.uuid(),
  slug,
  title,
  intro: richText,
  settings: quizSettings,
  /** Questions by their slug. */
  sections: z
    .array(quizSection.omit({ questionIds: true }).extend({ questions: z.array(slug).max(500).default([]) }))
    .max(50),
});
export type QuizDraft = z.output<typeof quizDraft>;

const assignmentDraft = z.object({
  key: z.uuid(),
  slug,
  title,
  brief: richText,
  settings: assignmentSettings,
  rubric,
});
export type AssignmentDraft = z.output<typeof assignmentDraft>;

/**
 * A whole course on its way in or out, the one value every importer makes. In blocks and texts `fileId` is the `id` of a
 * media draft, `packageId` that of a package draft, `quizKey` and `assignmentKey` the keys here.
 */
export const courseDraft = z.object({
  slug,
  facts: courseFacts,
  modules: z.array(moduleDraft).max(200),
  questions: z.array(questionDraft).max(10_000),
  quizzes: z.array(quizDraft).max(500),
  assignments: z.array(assignmentDraft).max(500),
  media: z.array(mediaDraft).max(10_000),
  packages: z.array(packageDraft).max(200),
});
export type CourseDraft = z.output<typeof courseDraft>;

/** Formats a course can come in. */
export const IMPORT_FORMATS = [
  "cairn",
  "markdown",
  "imscc",
  "olx",
  "qti",
  "gift",
  "scorm12",
  "scorm2004",
  "cmi5",
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
