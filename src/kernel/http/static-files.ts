import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { keepRepresentation, type Representation } from "#kernel/http/representation.ts";

const MEDIA_TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
};

/** Answers requests for the files of one folder, known by name since start; undefined for any other path. */
export type StaticFiles = (request: {
  pathname: string;
  acceptEncoding?: string;
}) => Promise<Response> | undefined;

/**
 * Reads a folder once (a few megabytes), so that no request path ever touches the file system, and a newer bundle
 * written beside a running server does not mix with the one it serves.
 * `only` names the files wanted, where the folder holds more. Files under `immutable` carry a hash in their name and are cached for a year.
 */
export async function openStaticFiles(
  folder: string,
  immutable: string,
  only?: readonly string[],
): Promise<StaticFiles> {
  const files = new Map<string, Representation>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile() || (only && !only.includes(entry.name))) continue;
    const file = path.join(entry.parentPath, entry.name);
    const pathname = `/${path.relative(folder, file).split(path.sep).join("/")}`;
    const forever = pathname.startsWith(immutable);
    files.set(
      pathname,
      keepRepresentation(new Uint8Array(await readFile(file)), {
        "content-type": MEDIA_TYPES[path.extname(file)] ?? "application/octet-stream",
        "cache-control": forever ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      }),
    );
  }
  return ({ pathname, acceptEncoding }) => files.get(pathname)?.respond(acceptEncoding);
}
