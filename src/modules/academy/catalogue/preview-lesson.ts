import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { HeldBack, type PreviewLesson } from "#modules/academy/contract/catalogue.ts";
import type { Block } from "#modules/academy/contract/content.ts";

type Kind = z.output<typeof HeldBack>;

const isHeldBack = (kind: string): kind is Kind => HeldBack.safeParse(kind).success;

interface Row {
  courseSlug: string;
  courseTitle: string;
  language: string;
  slug: string;
  moduleTitle: string;
  title: string;
  summary: string;
  minutes: number;
  blocks: Block[];
  next: { slug: string; title: string } | null;
}

const findRow = (db: Db, ref: { slug: string; lesson: string }) =>
  firstRow<Row>(
    db,
    sql`SELECT c.slug AS "courseSlug", c.title AS "courseTitle", c.language, l.slug, m.title AS "moduleTitle", l.title,
          l.summary, l.minutes, l.blocks,
          (SELECT jsonb_build_object('slug', n.slug, 'title', n.title)
           FROM academy.lesson n JOIN academy.module o ON o.id = n.module_id
           WHERE n.curriculum_id = u.id AND n.is_preview AND (o.position, n.position) > (m.position, l.position)
           ORDER BY o.position, n.position LIMIT 1) AS next
        FROM academy.course c JOIN academy.curriculum u ON u.course_id = c.id AND u.status = 'published'
          JOIN academy.lesson l ON l.curriculum_id = u.id JOIN academy.module m ON m.id = l.module_id
        WHERE c.status = 'published' AND c.slug = ${ref.slug} AND l.slug = ${ref.lesson} AND l.is_preview`,
  );

/**
 * A lesson that may be read for free, of the version in force. Quizzes, assignments, packages and live sessions stay with
 * the course. Errors: `academy.preview_unknown`.
 */
export async function loadPreviewLesson(
  db: Db,
  ref: { slug: string; lesson: string },
): Promise<Omit<PreviewLesson, "url">> {
  const row = await findRow(db, ref);
  if (!row)
    throw refuse(
      "not_found",
      "academy.preview_unknown",
      "There is no such lesson to read for free. Look at the page of the course.",
    );
  const { courseSlug, courseTitle, language, blocks, ...lesson } = row;
  return {
    ...lesson,
    course: { slug: courseSlug, title: courseTitle, language },
    blocks: blocks.filter(({ kind }) => !isHeldBack(kind)),
    heldBack: [...new Set(blocks.map(({ kind }) => kind))].filter(isHeldBack),
  };
}
