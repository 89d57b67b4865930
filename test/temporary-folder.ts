import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const made = new Set<string>();

/**
 * A folder of the test's own: absolute, links resolved. Removed when the test file's process ends, and not
 * before, because hooks run in the order they were set and a server may still stand in it.
 */
export function temporaryFolder(): string {
  if (made.size === 0) process.once("exit", removeAll);
  const dir = realpathSync(mkdtempSync(path.join(tmpdir(), "cairn-test-")));
  made.add(dir);
  return dir;
}

function removeAll(): void {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
}
