import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { WatchMap, WatchMapOf } from "#modules/academy/contract/insight.ts";

/** A map has so many stretches at most; none is shorter than a second. */
const STRETCHES = 120;

/** How many students played each part of a recording. Errors: `academy.recording_unknown`. */
export const getWatchMap = defineQuery({
  name: "academy.get_watch_map",
  title: "Read which parts of a recording students play",
  http: "GET /academy/courses/:courseId/recordings/:blockId",
  access: "academy:read",
  input: WatchMapOf,
  output: WatchMap,
  load: (db, { courseId }) => getCourse(db, courseId),
  run: async ({ db, input }, course) => {
    const recording = await firstRow<{ lessonTitle: string; durationMs: number }>(
      db,
      sql`SELECT l.title AS "lessonTitle", (b->>'durationMs')::int AS "durationMs"
          FROM academy.curriculum v JOIN academy.lesson l ON l.curriculum_id = v.id, jsonb_array_elements(l.blocks) AS b
          WHERE v.course_id = ${course.id} AND v.status = 'published' AND b->>'id' = ${input.blockId}
            AND b->>'kind' IN ('video', 'audio') LIMIT 1`,
    );
    if (!recording)
      throw refuse("not_found", "academy.recording_unknown", "The course in force has no such recording.");
    const stretchMs = Math.max(1000, Math.ceil(recording.durationMs / STRETCHES));
    const found = await rows<{ n: number; watchers: number }>(
      db,
      sql`SELECT (SELECT count(*)::int FROM academy.watched w WHERE w.block_id = ${input.blockId}
              AND w.played && int4range(at, at + ${stretchMs})) AS n,
            (SELECT count(*)::int FROM academy.watched w WHERE w.block_id = ${input.blockId}) AS watchers
          FROM generate_series(0, ${Math.max(0, recording.durationMs - 1)}, ${stretchMs}) AS at ORDER BY at`,
    );
    return { ...recording, stretchMs, watchers: found[0]?.watchers ?? 0, played: found.map(({ n }) => n) };
  },
});
