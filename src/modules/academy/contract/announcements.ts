import { z } from "zod";
import { richText } from "#kernel/browser/rich-text.ts";
import { slug } from "#modules/academy/contract/content.ts";

const instant = z.string().describe("ISO 8601 instant in UTC");
const title = z.string().trim().min(1).max(200);

/**
 * News for who takes a course, or for one cohort of it. `publishAt` left out or past: goes out now. `byMail`: to students
 * who did not switch it off.
 */
export const CreateAnnouncement = z.object({
  courseId: z.uuid(),
  cohortId: z.uuid().nullable().default(null),
  title,
  body: richText,
  byMail: z.boolean().default(true),
  publishAt: z.iso.datetime({ offset: true }).nullable().default(null),
});
export const AnnouncementRef = z.object({ announcementId: z.uuid() });
/** The time counts until it went out; a mail that went out stays as it was. */
export const UpdateAnnouncement = z.object({
  announcementId: z.uuid(),
  version: z.number().int().min(1),
  title,
  body: richText,
  byMail: z.boolean().default(true),
  publishAt: z.iso.datetime({ offset: true }).nullable().default(null),
});
export const ChangedAnnouncement = z.object({ announcementId: z.uuid(), version: z.number().int() });

export const AnnouncementStatus = z.enum(["planned", "published", "withdrawn"]);
export const ListAnnouncements = z.object({
  course: slug.optional(),
  status: AnnouncementStatus.optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().max(600).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const Announcement = z.object({
  announcementId: z.uuid(),
  courseId: z.uuid(),
  courseSlug: z.string(),
  courseTitle: z.string(),
  cohortTitle: z.string().nullable(),
  title: z.string(),
  body: richText,
  byMail: z.boolean(),
  status: AnnouncementStatus,
  publishAt: instant,
  publishedAt: instant.nullable(),
  version: z.number().int(),
  byName: z.string().nullable(),
});
export const AnnouncementPage = z.object({ items: z.array(Announcement), nextCursor: z.string().nullable() });

export const MyAnnouncementsOf = z.object({
  course: slug,
  cursor: z.string().max(600).optional(),
  limit: z.number().int().min(1).max(100).default(20),
});
/** Announcements of a course one takes; `byMail`: whether they come by mail too. */
export const MyAnnouncements = z.object({
  courseTitle: z.string(),
  byMail: z.boolean(),
  items: z.array(
    z.object({
      announcementId: z.uuid(),
      title: z.string(),
      body: richText,
      publishedAt: instant,
      editedAt: instant.nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export const SetAnnouncementMail = z.object({ course: slug, byMail: z.boolean() });
