import { z } from "zod";
import { blocks, completionRule, openingRule, slug } from "#modules/academy/contract/content.ts";
import { newCourse } from "#modules/academy/contract/course.ts";

const title = z.string().trim().min(1).max(200);
const summary = z.string().trim().max(1000);

/** Starts a course: unpublished, with a first empty draft. */
export const CreateCourse = newCourse;
/** Ids of what was made. */
export const CreatedCourse = z.object({ courseId: z.uuid(), curriculumId: z.uuid() });

/** A module at the end of the draft. */
export const AddModule = z.object({ courseId: z.uuid(), title, summary: summary.default("") });
export const AddedModule = z.object({ moduleId: z.uuid(), key: z.uuid() });

/** A lesson at the end of a module of the draft. */
export const AddLesson = z.object({
  courseId: z.uuid(),
  moduleKey: z.uuid(),
  slug,
  title,
  summary: summary.default(""),
  minutes: z.number().int().min(0).max(1440).default(0),
  isPreview: z.boolean().default(false),
  completion: completionRule.default({ rule: "read", seconds: 30 }),
  opening: openingRule.default({}),
  blocks: blocks.default([]),
});
export const AddedLesson = z.object({ lessonId: z.uuid(), key: z.uuid(), revision: z.number().int() });

/** What a save of a lesson brings; `revision` is the one it was made from. What is left out stays. */
export const SaveLesson = z.object({
  courseId: z.uuid(),
  lessonKey: z.uuid(),
  revision: z.number().int().min(1),
  slug: slug.optional(),
  title: title.optional(),
  summary: summary.optional(),
  minutes: z.number().int().min(0).max(1440).optional(),
  isPreview: z.boolean().optional(),
  completion: completionRule.optional(),
  opening: openingRule.optional(),
  blocks: blocks.optional(),
});
export const SavedLesson = z.object({ revision: z.number().int() });

/** Puts the draft in force. `note` tells authors what is new. */
export const PublishCurriculum = z.object({
  courseId: z.uuid(),
  note: z.string().trim().max(2000).default(""),
});
export const PublishedCurriculum = z.object({ curriculumId: z.uuid(), number: z.number().int() });
