import { existsSync, realpathSync } from "node:fs";
import { layoutOf } from "#kernel/db/embedded/layout.ts";
import { findPostmaster } from "#kernel/db/embedded/postmaster.ts";
import { connectionOf, type EmbeddedConnection } from "#kernel/db/embedded/start.ts";

/**
 * The server another process runs on this data folder, for a command that works beside it; undefined when none
 * takes connections now. The caller is not responsible for it and must not stop it.
 */
export function findEmbeddedPostgres(dataDir: string): EmbeddedConnection | undefined {
  if (!existsSync(dataDir)) return undefined;
  const layout = layoutOf(realpathSync(dataDir));
  const running = findPostmaster(layout);
  return running?.status === "ready" ? connectionOf(running, layout) : undefined;
}
