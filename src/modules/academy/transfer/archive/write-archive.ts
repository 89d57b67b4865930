import { Readable } from "node:stream";
import type { FileStore } from "#kernel/files/file-store.ts";
import { derivedId } from "#modules/academy/transfer/draft/derived-id.ts";
import { mapIds } from "#modules/academy/transfer/draft/map-ids.ts";
import { canonicalJson } from "#modules/academy/transfer/archive/canonical-json.ts";
import { COURSE_FILE, FORMAT, partPath, VERSION } from "#modules/academy/transfer/archive/layout.ts";
import type { LoadedCourse } from "#modules/academy/transfer/load-course-draft.ts";
import { writeZip, type ZipEntry } from "#modules/academy/transfer/zip/write-zip.ts";

/** A file is called by what it is, so that its name is the same in every house. */
function renameMedia({ draft }: LoadedCourse) {
  const ids = new Map(
    draft.media.map(
      ({ id, path, name, mediaType }) => [id, derivedId("media", path, name, mediaType)] as const,
    ),
  );
  const named = mapIds(draft, ids);
  const media = [...new Map(named.media.map((item) => [item.id, item])).values()];
  return {
    ...named,
    media: media
      .map((item) => ({ ...item, path: partPath(item.path) }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    packages: named.packages.map((one) => ({
      ...one,
      files: one.files.map(({ path, from }) => ({ path, from: partPath(from) })),
    })),
  };
}

/**
 * A course as one archive: the same course gives the same bytes, in every house and whenever it is asked for.
 * Streamed; nothing is held but the course's text.
 */
export function writeArchive(
  course: LoadedCourse,
  store: Pick<FileStore, "read">,
): AsyncGenerator<Uint8Array> {
  const text = Buffer.from(canonicalJson({ format: FORMAT, version: VERSION, course: renameMedia(course) }));
  const entries: ZipEntry[] = [
    { path: COURSE_FILE, bytes: text.length, open: () => Readable.from([text]) },
    ...[...course.parts.values()].map(({ sha256, bytes }) => ({
      path: partPath(sha256),
      bytes,
      open: () => store.read(sha256),
    })),
  ];
  return writeZip(entries);
}
