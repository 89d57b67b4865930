import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MediaDraft, PackageDraft } from "#modules/academy/contract/transfer.ts";
import { collectIds } from "#modules/academy/transfer/draft/collect-ids.ts";

/** Bytes in the file store. */
export interface StoredPart {
  sha256: string;
  bytes: number;
}

/** The files of a course: all that were added to it, and all that its content names. */
export async function loadMedia(
  db: Db,
  courseId: string,
  content: unknown,
): Promise<{ items: MediaDraft[]; parts: StoredPart[] }> {
  const named = sql.param([...collectIds(content)]);
  const found = await rows<MediaDraft & { bytes: string }>(
    db,
    sql`SELECT f.id, f.sha256 AS path, f.name, f.media_type AS "mediaType", f.bytes FROM kernel.file f
        WHERE f.id = ANY (${named}::uuid[])
          OR f.id IN (SELECT file_id FROM academy.course_file WHERE course_id = ${courseId})
        ORDER BY f.id`,
  );
  return {
    items: found.map(({ bytes: _, ...item }) => item),
    parts: found.map(({ path, bytes }) => ({ sha256: path, bytes: Number(bytes) })),
  };
}

/** The packages of a course with their files. */
export async function loadPackages(
  db: Db,
  courseId: string,
): Promise<{ items: PackageDraft[]; parts: StoredPart[] }> {
  const items = await rows<PackageDraft>(
    db,
    sql`SELECT p.id, p.kind, p.title, p.manifest, coalesce((
          SELECT jsonb_agg(jsonb_build_object('path', f.path, 'from', f.sha256) ORDER BY f.path COLLATE "C")
          FROM academy.package_file f WHERE f.package_id = p.id), '[]'::jsonb) AS files
        FROM academy.package p WHERE p.course_id = ${courseId} ORDER BY p.id`,
  );
  const parts = await rows<{ sha256: string; bytes: string }>(
    db,
    sql`SELECT DISTINCT f.sha256, f.bytes FROM academy.package_file f
        JOIN academy.package p ON p.id = f.package_id WHERE p.course_id = ${courseId}`,
  );
  return { items, parts: parts.map(({ sha256, bytes }) => ({ sha256, bytes: Number(bytes) })) };
}
