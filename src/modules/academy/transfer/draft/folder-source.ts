import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { CourseSource } from "#modules/academy/transfer/draft/course-source.ts";

/** The files of a folder of this machine that we wrote ourselves, with their bytes. */
export async function openFolder(
  folder: string,
): Promise<CourseSource & { bytes(path: string): Promise<Uint8Array> }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .toSorted();
  const all = new Set(paths);
  return {
    paths,
    has: (place) => all.has(place),
    text: (place) => readFile(path.join(folder, place), "utf8"),
    bytes: (place) => readFile(path.join(folder, place)),
  };
}
