import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";

/** A part of an address: lower-case letters, digits and single dashes. */
export const slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case letters, digits and dashes");

/** Milliseconds within a recording. */
const atMs = z.number().int().min(0).max(86_400_000);
const blockId = z.uuid();
const title = z.string().trim().max(200);

/** Subtitles of a recording: a WebVTT file in one language (BCP 47). */
export const captionTrack = z.object({
  fileId: z.uuid(),
  language: z.string().max(35),
  label: z.string().max(60),
});
const chapter = z.object({ atMs, title });

/** What a lesson is made of, from top to bottom. `id` stays with a block through all versions. */
export const block = z.discriminatedUnion("kind", [
  z.object({ id: blockId, kind: z.literal("text"), text: richText }),
  z.object({
    id: blockId,
    kind: z.literal("image"),
    fileId: z.uuid(),
    /** Empty for a picture that only decorates. */
    alt: z.string().max(1000),
    caption: z.string().max(500).default(""),
  }),
  z.object({
    id: blockId,
    kind: z.literal("video"),
    fileId: z.uuid(),
    durationMs: atMs,
    posterFileId: z.uuid().nullable().default(null),
    captions: z.array(captionTrack).max(20).default([]),
    chapters: z.array(chapter).max(100).default([]),
    transcript: richText.nullable().default(null),
  }),
  z.object({
    id: blockId,
    kind: z.literal("audio"),
    fileId: z.uuid(),
    durationMs: atMs,
    transcript: richText.nullable().default(null),
  }),
  z.object({ id: blockId, kind: z.literal("file"), fileId: z.uuid(), title }),
  /** Something of another site: shown after the student agreed to load it from there. */
  z.object({
    id: blockId,
    kind: z.literal("embed"),
    url: z.url({ protocol: /^https$/ }).max(2000),
    title,
  }),
  z.object({
    id: blockId,
    kind: z.literal("code"),
    language: z.string().max(40).nullable(),
    code: z.string().max(50_000),
  }),
  z.object({
    id: blockId,
    kind: z.literal("callout"),
    tone: z.enum(["note", "tip", "warning", "example"]),
    title: title.default(""),
    text: richText,
  }),
  /** `quizKey`, `assignmentKey`: keys within the curriculum. */
  z.object({ id: blockId, kind: z.literal("quiz"), quizKey: z.uuid() }),
  z.object({ id: blockId, kind: z.literal("assignment"), assignmentKey: z.uuid() }),
  /** A SCORM or cmi5 package; which of them the package says. */
  z.object({ id: blockId, kind: z.literal("package"), packageId: z.uuid() }),
  /** A live session: each cohort has its own date for the `key`. */
  z.object({ id: blockId, kind: z.literal("live"), key: slug, title }),
]);
export type Block = z.output<typeof block>;
export type BlockKind = Block["kind"];
export const blocks = z.array(block).max(300);

/**
 * What completes a lesson. `read`: time seen at work on the page; `watch`: share of the recordings really played;
 * `quiz`: best score of its quiz; `submit`: something handed in; `grade`: the mark of its assignment; `package`: what
 * SCORM or cmi5 reports; `confirm`: the student says so. Percent of 0–100.
 */
export const completionRule = z.discriminatedUnion("rule", [
  z.object({ rule: z.literal("read"), seconds: z.number().int().min(0).max(36_000) }),
  z.object({ rule: z.literal("watch"), percent: z.number().int().min(1).max(100) }),
  z.object({ rule: z.literal("quiz"), percent: z.number().int().min(0).max(100) }),
  z.object({ rule: z.literal("submit") }),
  z.object({ rule: z.literal("grade"), percent: z.number().int().min(0).max(100) }),
  z.object({ rule: z.literal("package") }),
  z.object({ rule: z.literal("confirm") }),
]);
export type CompletionRule = z.output<typeof completionRule>;

/**
 * When a lesson opens; all that is given must hold, nothing given: from the start. `days` after the student's start (its
 * enrolment, or its cohort's first day) at the same local time of the student's zone; `onDate` a local date of the
 * student's zone at 00:00; `afterLessons` keys of lessons to complete first.
 */
export const openingRule = z.object({
  days: z.number().int().min(0).max(3650).optional(),
  onDate: z.iso.date().optional(),
  afterLessons: z.array(z.uuid()).max(50).optional(),
});
export type OpeningRule = z.output<typeof openingRule>;
