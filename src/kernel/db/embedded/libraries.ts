import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { failedWith } from "#kernel/db/embedded/errors.ts";

interface Link {
  source: string;
  target: string;
}

/**
 * Makes the links the package's install script would have made (libicuuc.so.60 and the like); npm 12 and
 * `--ignore-scripts` do not run it. When the package cannot be written they are made in `fallback` instead,
 * and that folder is the answer: it must then stand in the library path.
 */
export function linkLibraries(native: string, fallback: string): string | undefined {
  const missing = readLinks(native).filter(({ target }) => !existsSync(target));
  if (missing.length === 0) return undefined;
  if (missing.every(makeBeside)) return undefined;
  mkdirSync(fallback, { recursive: true, mode: 0o755 });
  for (const { source, target } of missing) {
    const link = path.join(fallback, path.basename(target));
    // A link of an earlier start may point into a checkout that has moved since.
    rmSync(link, { force: true });
    symlinkSync(source, link);
  }
  return fallback;
}

function readLinks(native: string): Link[] {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, "utf8")) as Link[];
  const parent = path.dirname(native);
  return links.map(({ source, target }) => ({
    source: path.resolve(parent, source),
    target: path.resolve(parent, target),
  }));
}

function makeBeside({ source, target }: Link): boolean {
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
    return true;
  } catch (error) {
    // EEXIST: another process was quicker.
    return failedWith(error, "EEXIST");
  }
}
