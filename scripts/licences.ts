import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A package that a running Cairn loads or carries, and the licence it names; null when it names none. */
export interface PackageLicence {
  name: string;
  version: string;
  licence: string | null;
}

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
}

interface OldManifest {
  license?: string;
  licenses?: { type: string }[];
}

/** Licences that ask for a notice at most. Anything else, every GPL among it, has to be looked at by a person. */
const PERMISSIVE = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "OFL-1.1",
  "MIT/X11",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
  "Zlib",
]);

/** Packages whose manifest does not say it, and what a person read in them. */
const READ_BY_A_PERSON = new Map([
  // The code is BSD; the JSON-LD contexts are W3C Software and Document License, which asks for a notice.
  ["@digitalbazaar/credentials-context", "BSD-3-Clause"],
  // "License: MIT" at the end of its README.
  ["combine-errors", "MIT"],
]);

/** True when every part of an SPDX expression (of "OR" one part is enough) is permissive. */
export function isPermissive(expression: string | null): boolean {
  if (expression === null) return false;
  const bare = expression.replace(/^\((.*)\)$/, "$1");
  if (bare.includes(" OR ")) return bare.split(" OR ").some((part) => isPermissive(part));
  return bare.split(" AND ").every((part) => PERMISSIVE.has(part.trim()));
}

// Packages older than the field `license` say it in their manifest, which the lock file does not repeat.
function statedInManifest(folder: string): string | null {
  const file = path.join(folder, "package.json");
  if (!existsSync(file)) return null;
  const manifest = JSON.parse(readFileSync(file, "utf8")) as OldManifest;
  return manifest.license ?? manifest.licenses?.map(({ type }) => type).join(" AND ") ?? null;
}

/** Every package of the lock file that is no development tool, optional ones of other platforms included. */
export function runtimeLicences(root: string): PackageLicence[] {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== "" && !dev)
    .map(([place, { version, license }]) => {
      const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
      const licence = READ_BY_A_PERSON.get(name) ?? license ?? statedInManifest(path.join(root, place));
      return { name, version: version ?? "", licence };
    });
}

function print(root: string): void {
  const packages = runtimeLicences(root);
  const counts = Map.groupBy(packages, ({ licence }) => licence ?? "none named");
  for (const [licence, group] of [...counts].toSorted(([, a], [, b]) => b.length - a.length))
    process.stdout.write(`${String(group.length).padStart(4)}  ${licence}\n`);
  const questionable = packages.filter(({ licence }) => !isPermissive(licence));
  for (const { name, version, licence } of questionable)
    process.stderr.write(
      `licence.not_permissive: ${name} ${version} is under ${licence ?? "no named licence"}\n`,
    );
  if (questionable.length > 0) process.exitCode = 1;
}

if (import.meta.main) print(path.resolve(import.meta.dirname, ".."));
