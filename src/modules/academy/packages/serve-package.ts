import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { findRecipient } from "#kernel/auth/people.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { rangeOf } from "#kernel/files/serve-file.ts";
import type { Door } from "#kernel/http/rest.ts";
import { injectRuntime } from "#modules/academy/packages/inject-runtime.ts";
import { itemOf, type LaunchRow } from "#modules/academy/packages/launch-row.ts";
import { hasEngine } from "#modules/academy/packages/runtime-script.ts";
import { launchCmi } from "#modules/academy/rules/packages/launch-cmi.ts";

interface PackageFile {
  sha256: string;
  bytes: number;
  media_type: string;
}

const MAX_PAGE_BYTES = 20_000_000;

const POLICY = [
  "sandbox allow-scripts allow-forms allow-popups allow-downloads",
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
  "base-uri 'self'",
  "form-action 'self'",
];

/**
 * Headers of everything of a package. The sandbox gives it an origin of its own: it reaches neither our pages nor cookies,
 * and is told apart from them by no address but this one, so that it may load its own files it is opened to that origin.
 * A page within a page of the package has a parent without a name, which no list of parents can hold.
 */
export function packageHeaders(request: Request): Record<string, string> {
  const isNested = request.headers.get("sec-fetch-site") === "cross-site";
  return {
    "content-security-policy": [...POLICY, ...(isNested ? [] : ["frame-ancestors 'self'"])].join("; "),
    // Not a word browsers know, so that the house's own refusal to be framed is not added.
    "x-frame-options": "BY-CSP",
    "cross-origin-resource-policy": "cross-origin",
    "cross-origin-opener-policy": "unsafe-none",
    "access-control-allow-origin": "*",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
  };
}

async function getPackageFile(db: Db, packageId: string, path: string): Promise<PackageFile> {
  const found = await firstRow<PackageFile>(
    db,
    sql`SELECT sha256, bytes::float8 AS bytes, media_type FROM academy.package_file
        WHERE package_id = ${packageId} AND path = ${path}`,
  );
  if (!found) throw refuse("not_found", "academy.package_file_unknown", "The package has no such file.");
  return found;
}

async function readKept(db: Db, launch: LaunchRow) {
  const state = await firstRow<{ cmi: Record<string, string>; totalMs: number; goesOn: boolean }>(
    db,
    sql`SELECT cmi, total_ms::float8 AS "totalMs", is_suspended AS "goesOn" FROM academy.package_state
        WHERE enrollment_id = ${launch.enrollment_id} AND package_id = ${launch.package_id} AND item_id = ${launch.item_id}`,
  );
  return state;
}

/** SCORM writes names as "Family, given"; ours have no parts, so they stay as they are. */
async function learnerOf(db: Db, launch: LaunchRow) {
  const person = await findRecipient(db, launch.person_id);
  return { id: launch.enrollment_id ?? launch.id, name: (person?.name ?? "Student").slice(0, 200) };
}

/** The page with our script before everything of its own, and what the item kept. */
async function servePage(
  door: Door,
  page: Uint8Array,
  { launch, token }: { launch: LaunchRow; token: string },
) {
  const { db } = door.runtime.database;
  if (!hasEngine(launch.kind)) return Buffer.from(page);
  const cmi = launchCmi({
    kind: launch.kind,
    learner: await learnerOf(db, launch),
    item: itemOf(launch),
    kept: await readKept(db, launch),
  });
  return injectRuntime(page, {
    src: `/packages/runtime/${launch.kind}.js`,
    given: { kind: launch.kind, stateUrl: `/packages/${token}/state`, launch: launch.id, cmi },
  });
}

const isPage = (type: string) => type === "text/html" || type === "application/xhtml+xml";

/** A file of a package for who holds its token. Errors: `academy.package_file_unknown`. */
export async function servePackageFile(
  door: Door,
  request: Request,
  { launch, token, path }: { launch: LaunchRow; token: string; path: string },
): Promise<Response> {
  const { services, database } = door.runtime;
  const file = await getPackageFile(database.db, launch.package_id, path);
  const headers = new Headers({ ...packageHeaders(request), "content-type": file.media_type });
  if (isPage(file.media_type) && file.bytes <= MAX_PAGE_BYTES) {
    const page = await servePage(door, await buffer(await services.files.read(file.sha256)), {
      launch,
      token,
    });
    headers.set("cache-control", "no-store");
    return new Response(page as BodyInit, { headers });
  }
  const etag = `"${file.sha256}"`;
  headers.set("etag", etag);
  headers.set("cache-control", "private, max-age=3600");
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const range = rangeOf(request.headers.get("range"), file.bytes);
  headers.set("content-length", String(range ? range.end - range.start + 1 : file.bytes));
  if (range) headers.set("content-range", `bytes ${range.start}-${range.end}/${file.bytes}`);
  const content = Readable.toWeb(await services.files.read(file.sha256, range));
  return new Response(content as BodyInit, { status: range ? 206 : 200, headers });
}
