import { execFile } from "node:child_process";
import { readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { refuse } from "#kernel/errors.ts";
import type { Logger } from "#kernel/log.ts";
import { ROOT } from "#main/app.ts";
import { BUILD } from "#main/pages.ts";

/** What the bundle is made from. A change anywhere here makes it old. */
const SOURCES = [
  "src/web",
  "src/kernel/browser",
  "vite.config.ts",
  "react-router.config.ts",
  "package-lock.json",
];

async function newestIn(target: string): Promise<number> {
  const found = await stat(target).catch(() => undefined);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  return Math.max(0, ...times);
}

async function contractFiles(): Promise<string[]> {
  const modules = await readdir(path.join(ROOT, "src/modules"));
  return modules.map((name) => `src/modules/${name}/contract.ts`);
}

/** True when the bundle is missing or older than its sources. */
export async function isBuildOld(): Promise<boolean> {
  const built = await stat(path.join(BUILD, "server/index.js")).catch(() => undefined);
  if (!built) return true;
  const sources = [...SOURCES, ...(await contractFiles())].map((name) => path.join(ROOT, name));
  const times = await Promise.all(sources.map(newestIn));
  return Math.max(...times) > built.mtimeMs;
}

/** Puts a finished folder in the place of an older one; a reader sees the one or the other, whole. */
async function replaceFolder(made: string, place: string): Promise<void> {
  const old = `${place}.old-${process.pid}`;
  await rename(place, old).catch(() => {});
  await rename(made, place);
  await rm(old, { recursive: true, force: true });
}

/** Builds the pages when they are missing or old. Errors: `build.failed`; a good old bundle is kept on a read-only checkout. */
export async function buildPagesIfNeeded(log: Logger): Promise<void> {
  if (!(await isBuildOld())) return;
  log.info("Building the pages");
  const cli = path.join(ROOT, "node_modules/@react-router/dev/bin.cjs");
  try {
    const draft = `${BUILD}.${process.pid}`;
    await promisify(execFile)(process.execPath, [cli, "build"], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: "production", CAIRN_BUILD_DIRECTORY: draft },
      maxBuffer: 16 * 1024 * 1024,
    });
    await replaceFolder(draft, BUILD);
  } catch (error) {
    const found = await stat(path.join(BUILD, "server/index.js")).catch(() => undefined);
    const words = error instanceof Error ? error.message : String(error);
    if (!found) throw refuse("unavailable", "build.failed", `The pages could not be built. ${words}`);
    log.warn({ error: words }, "The pages could not be built anew; the earlier ones are used");
  }
}
