import { rows, sql } from "#kernel/db/sql.ts";
import type { SearchSource } from "#kernel/module.ts";

const STATUS = { draft: "Draft", published: "Published", archived: "Archived" } as const;

/** Finds courses by part of their title. */
export const courseSearch: SearchSource = {
  kind: "Course",
  permission: "academy:read",
  find: async (db, { text, limit }) => {
    const found = await rows<{ id: string; title: string; status: keyof typeof STATUS }>(
      db,
      sql`SELECT id, title, status FROM academy.course WHERE strpos(lower(title), lower(${text})) > 0
          ORDER BY status = 'archived', lower(title), id LIMIT ${limit}`,
    );
    return found.map(({ id, title, status }) => ({
      kind: "Course",
      title,
      detail: STATUS[status],
      href: `/console/academy/courses/${id}`,
    }));
  },
};

/** Finds lessons by part of their title: as they are written now, or, where nothing is written, as they are in force. */
export const lessonSearch: SearchSource = {
  kind: "Lesson",
  permission: "academy:read",
  find: async (db, { text, limit }) => {
    const found = await rows<{ key: string; title: string; course_id: string; course: string }>(
      db,
      sql`SELECT l.key, l.title, c.id AS course_id, c.title AS course
          FROM academy.lesson l JOIN academy.curriculum u ON u.id = l.curriculum_id
            JOIN academy.course c ON c.id = u.course_id
          WHERE strpos(lower(l.title), lower(${text})) > 0 AND (u.status = 'draft' OR (u.status = 'published'
            AND NOT EXISTS (SELECT FROM academy.curriculum d WHERE d.course_id = c.id AND d.status = 'draft')))
          ORDER BY c.status = 'archived', lower(l.title), l.id LIMIT ${limit}`,
    );
    return found.map(({ key, title, course_id, course }) => ({
      kind: "Lesson",
      title,
      detail: course,
      href: `/console/academy/courses/${course_id}/lessons/${key}`,
    }));
  },
};
