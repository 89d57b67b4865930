import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { OutlineModule } from "#modules/academy/contract/authoring-course.ts";

/** Modules and lessons of a curriculum in their order, lessons without their blocks. */
export const readModules = (db: Db, curriculumId: string): Promise<z.output<typeof OutlineModule>[]> =>
  rows<z.output<typeof OutlineModule>>(
    db,
    sql`SELECT m.key, m.title, m.summary, coalesce((
          SELECT jsonb_agg(jsonb_build_object('key', l.key, 'slug', l.slug, 'title', l.title, 'summary', l.summary,
            'minutes', l.minutes, 'isPreview', l.is_preview, 'completion', l.completion, 'opening', l.opening,
            'revision', l.revision, 'blockKinds', jsonb_path_query_array(l.blocks, '$[*].kind')) ORDER BY l.position)
          FROM academy.lesson l WHERE l.module_id = m.id), '[]') AS lessons
        FROM academy.module m WHERE m.curriculum_id = ${curriculumId} ORDER BY m.position`,
  );
