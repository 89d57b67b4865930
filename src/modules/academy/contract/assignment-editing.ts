import { z } from "zod";
import { EMPTY_TEXT, richText } from "#kernel/browser/rich-text.ts";
import { assignmentSettings, rubric } from "#modules/academy/contract/assignment.ts";
import { slug } from "#modules/academy/contract/content.ts";

const title = z.string().trim().min(1).max(200);

/** What an author gives of an assignment. `slug` is unique within the curriculum. */
export const assignmentDraft = z.object({
  slug,
  title,
  brief: richText.default(EMPTY_TEXT),
  settings: assignmentSettings.prefault({}),
  rubric: rubric.default([]),
});
export type AssignmentDraft = z.input<typeof assignmentDraft>;

/** An assignment at the end of the draft's list. */
export const AddAssignment = assignmentDraft.extend({ courseId: z.uuid() });
export const AddedAssignment = z.object({ assignmentKey: z.uuid(), revision: z.number().int() });

/** What a save brings; `revision` is the one it was made from. What is left out stays. */
export const SaveAssignment = z.object({
  courseId: z.uuid(),
  assignmentKey: z.uuid(),
  revision: z.number().int().min(1),
  slug: slug.optional(),
  title: title.optional(),
  brief: richText.optional(),
  settings: assignmentSettings.optional(),
  rubric: rubric.optional(),
});
export const SavedAssignment = z.object({ revision: z.number().int() });

export const AssignmentRef = z.object({ courseId: z.uuid(), assignmentKey: z.uuid() });

/** An assignment of the draft, or of the version in force where there is no draft. */
export const AssignmentDetail = z.object({
  assignmentKey: z.uuid(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  slug: z.string(),
  title: z.string(),
  brief: richText,
  settings: assignmentSettings,
  rubric,
  revision: z.number().int(),
  /** False where what is shown is published as it stands. */
  isDraft: z.boolean(),
  /** Lessons it stands in. */
  lessons: z.array(z.object({ key: z.uuid(), title: z.string() })),
});

export const ListAssignments = z.object({ courseId: z.uuid() });
export const AssignmentList = z.object({
  items: z.array(
    z.object({
      assignmentKey: z.uuid(),
      slug: z.string(),
      title: z.string(),
      maxPoints: z.number().int(),
      /** Titles of the lessons it stands in; empty: students cannot reach it yet. */
      lessons: z.array(z.string()),
    }),
  ),
});
