import { z } from "zod";
import { slug } from "#modules/academy/contract/content.ts";

const course = { courseId: z.uuid() };
const title = z.string().trim().min(1).max(200);
/** What `outlineVersion` of the course was when the change was thought of; a newer outline refuses it. Left out: not asked. */
const outlineVersion = z.string().max(64).optional();
const position = z.number().int().min(1).max(10_000);

/** New words for a module. What is left out stays. */
export const UpdateModule = z.object({
  ...course,
  moduleKey: z.uuid(),
  title: title.optional(),
  summary: z.string().trim().max(1000).optional(),
});
export const UpdatedModule = z.object({ moduleKey: z.uuid() });

/** A place in the outline, counted from 1; past the end means the end. */
export const MoveModule = z.object({ ...course, moduleKey: z.uuid(), position, outlineVersion });
/** A place in a module, this or another. */
export const MoveLesson = z.object({
  ...course,
  lessonKey: z.uuid(),
  moduleKey: z.uuid(),
  position,
  outlineVersion,
});
/** The version of the outline after a change of it. */
export const ChangedOutline = z.object({ outlineVersion: z.string() });

export const RemoveModule = z.object({ ...course, moduleKey: z.uuid(), outlineVersion });
export const RemoveLesson = z.object({ ...course, lessonKey: z.uuid(), outlineVersion });
/** `removalId` brings back what was taken out, as long as the draft lives. */
export const RemovedPart = ChangedOutline.extend({ removalId: z.uuid() });
export const BringBackPart = z.object({ ...course, removalId: z.uuid() });

/** A copy right after the lesson; `slug` is found when none is given. */
export const DuplicateLesson = z.object({ ...course, lessonKey: z.uuid(), slug: slug.optional() });
export const DuplicatedLesson = ChangedOutline.extend({ lessonKey: z.uuid() });
