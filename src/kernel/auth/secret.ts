import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "#kernel/config.ts";
import { makeDataFolder } from "#kernel/db/data-folder.ts";
import { refuse } from "#kernel/errors.ts";

const FILE = "secret";

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * The key that signs cookies and encrypts authenticator secrets: CAIRN_SECRET, else one made once and kept in the
 * data folder (mode 0600). With a database of the user's own there may be several hosts, and each would make its
 * own: there the setting is required. It never lies in the database, whose copies it protects.
 * Errors: `config.secret_missing`.
 */
export function loadSecret(config: Config, dataDir: string): string {
  if (config.CAIRN_SECRET) return config.CAIRN_SECRET;
  if (config.DATABASE_URL)
    throw refuse(
      "invalid",
      "config.secret_missing",
      "Set CAIRN_SECRET to at least 32 random characters, the same on every host: with DATABASE_URL several hosts may share the sessions.",
    );
  const file = path.join(makeDataFolder(dataDir), FILE);
  const kept = readSecret(file);
  if (kept) return kept;
  const made = randomBytes(32).toString("base64url");
  try {
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: "wx" });
    return made;
  } catch (error) {
    // Two processes of one start: the first to write wins, the other reads.
    const other = readSecret(file);
    if (other) return other;
    throw error;
  }
}
