import type { Cache } from "#kernel/cache/cache.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Block, CompletionRule, OpeningRule } from "#modules/academy/contract/content.ts";

/** A lesson as the outline knows it, without its text. `recordings`: its videos and sounds with their length. */
export interface OutlineLesson {
  key: string;
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  isPreview: boolean;
  completion: CompletionRule;
  opening: OpeningRule;
  moduleKey: string;
  moduleTitle: string;
  recordings: { blockId: string; durationMs: number }[];
}

type Row = Omit<OutlineLesson, "recordings"> & { recorded: (Block & { durationMs: number })[] | null };

/** The lessons of a curriculum in their order. */
export async function readOutline(db: Db, curriculumId: string): Promise<OutlineLesson[]> {
  const found = await rows<Row>(
    db,
    sql`SELECT l.key, l.slug, l.title, l.summary, l.minutes, l.is_preview AS "isPreview", l.completion, l.opening,
          m.key AS "moduleKey", m.title AS "moduleTitle",
          jsonb_path_query_array(l.blocks, '$[*] ? (@.kind == "video" || @.kind == "audio")') AS recorded
        FROM academy.lesson l JOIN academy.module m ON m.id = l.module_id
        WHERE l.curriculum_id = ${curriculumId} ORDER BY m.position, l.position`,
  );
  return found.map(({ recorded, ...lesson }) => ({
    ...lesson,
    recordings: (recorded ?? []).map(({ id, durationMs }) => ({ blockId: id, durationMs })),
  }));
}

/** The same of a published curriculum, which never changes: kept in the process. */
export const keptOutline = (
  { db, cache }: { db: Db; cache: Cache },
  curriculumId: string,
): Promise<OutlineLesson[]> =>
  cache.get(`academy.outline:${curriculumId}`, () => readOutline(db, curriculumId));
