import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import type { KeptBytes } from "#kernel/files/save-file.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import type { PackageDraft } from "#modules/academy/contract/transfer.ts";
import { mediaTypeOf } from "#modules/academy/transfer/draft/media-type-of.ts";

/** Writes packages of a course whose files are in the store. */
export async function writePackages(
  { tx, now, actor }: AcademyContext,
  courseId: string,
  { packages, kept }: { packages: readonly PackageDraft[]; kept: ReadonlyMap<string, KeptBytes> },
): Promise<void> {
  for (const { id, kind, title, manifest, files } of packages) {
    await tx.execute(
      sql`INSERT INTO academy.package (id, course_id, kind, title, manifest, created_at, created_by)
          VALUES (${id}, ${courseId}, ${kind}, ${title}, ${JSON.stringify(manifest)}::jsonb, ${now.toString()},
            ${actorPersonId(actor)})`,
    );
    const stored = files.map(({ path, from }) => {
      const bytes = kept.get(from);
      if (!bytes) throw new Error(`The bytes of ${from} are not in the store`);
      // By its name: what a browser makes of a script or a style must not depend on what it looks like.
      return { path, sha256: bytes.sha256, bytes: bytes.bytes, media_type: mediaTypeOf(path) };
    });
    await tx.execute(
      sql`INSERT INTO academy.package_file (package_id, path, sha256, bytes, media_type)
          SELECT ${id}::uuid, f.path, f.sha256, f.bytes, f.media_type
          FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb)
            AS f (path text, sha256 text, bytes bigint, media_type text)`,
    );
  }
}
