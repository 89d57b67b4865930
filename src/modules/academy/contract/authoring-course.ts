import { z } from "zod";
import { blocks, completionRule, openingRule, slug } from "#modules/academy/contract/content.ts";
import { courseFacts, courseFactsPatch } from "#modules/academy/contract/course.ts";

const course = { courseId: z.uuid() };
const instant = z.string().nullable();
export const COURSE_STATUSES = ["draft", "published", "archived"] as const;

/** What people read of a course; `version` is the one it was made from. What is left out stays. */
export const UpdateCourse = z.object({
  ...course,
  version: z.number().int().min(1),
  slug: slug.optional(),
  facts: courseFactsPatch.default({}),
});
export const UpdatedCourse = z.object({ version: z.number().int() });

/** Takes a course out of the catalogue, or brings it back. */
export const ArchiveCourse = z.object(course);
export const ArchivedCourse = z.object({ status: z.enum(COURSE_STATUSES) });

/** A copy of the whole course, unpublished and not for sale; `version` "draft" copies what is being written. */
export const DuplicateCourse = z.object({
  ...course,
  slug,
  title: z.string().trim().min(1).max(200),
  version: z.enum(["in_force", "draft"]).optional(),
});

/** Courses by title; `q` is part of a title or an address. */
export const ListCourses = z.object({
  q: z.string().trim().max(200).optional(),
  status: z.enum(COURSE_STATUSES).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export const CourseItem = z.object({
  courseId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  status: z.enum(COURSE_STATUSES),
  lessons: z.number().int(),
  /** Enrolments not cancelled and not revoked. */
  students: z.number().int(),
  /** Of these, who completed it. */
  completed: z.number().int(),
  /** When the version in force was published. */
  publishedAt: instant,
  hasDraft: z.boolean(),
  publishAt: instant,
});
export const CourseList = z.object({ items: z.array(CourseItem), total: z.number().int() });

/** A course as its authors see it: its facts, and the outline being written or, without a draft, the one in force. */
export const GetCourse = z.object({ ...course, view: z.enum(["draft", "in_force"]).default("draft") });
export const OutlineLesson = z.object({
  key: z.uuid(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int(),
  isPreview: z.boolean(),
  completion: completionRule,
  opening: openingRule,
  blockKinds: z.array(z.string()),
  revision: z.number().int(),
});
export const OutlineModule = z.object({
  key: z.uuid(),
  title: z.string(),
  summary: z.string(),
  lessons: z.array(OutlineLesson),
});
export const CourseForAuthors = z.object({
  courseId: z.uuid(),
  slug: z.string(),
  status: z.enum(COURSE_STATUSES),
  version: z.number().int(),
  facts: courseFacts,
  publishedAt: instant,
  /** Of the curriculum shown; null for a course that has none. */
  curriculum: z
    .object({
      curriculumId: z.uuid(),
      number: z.number().int(),
      status: z.enum(["draft", "published", "retired"]),
      publishAt: instant,
    })
    .nullable(),
  inForceNumber: z.number().int().nullable(),
  outlineVersion: z.string(),
  modules: z.array(OutlineModule),
});

/** A lesson with its blocks: of the draft, else of the version in force. */
export const GetLesson = z.object({ ...course, lessonKey: z.uuid() });
export const LessonForAuthors = OutlineLesson.omit({ blockKinds: true }).extend({
  moduleKey: z.uuid(),
  moduleTitle: z.string(),
  curriculumStatus: z.enum(["draft", "published"]),
  blocks,
  updatedAt: z.string(),
  updatedBy: z.string().nullable(),
});

/** What a lesson was before each save, the newest first. */
export const ListLessonRevisions = z.object({ ...course, lessonKey: z.uuid() });
export const LessonRevisions = z.object({
  items: z.array(
    z.object({
      revision: z.number().int(),
      title: z.string(),
      savedAt: z.string(),
      savedBy: z.string().nullable(),
      /** Against the save before it. */
      change: z.object({
        added: z.number().int(),
        removed: z.number().int(),
        changed: z.number().int(),
        isMoved: z.boolean(),
        isRenamed: z.boolean(),
      }),
    }),
  ),
});
/** Makes an older save the newest; what is there now stays among the revisions. */
export const RestoreLessonRevision = z.object({
  ...course,
  lessonKey: z.uuid(),
  revision: z.number().int().min(1),
  /** The newest revision, as the page saw it. */
  current: z.number().int().min(1),
});
