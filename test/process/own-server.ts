import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { prepareEmbedded } from "#kernel/db/prepare.ts";
import { freePort, until } from "#test/process/cairn.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

/** A database server that is not Cairn's, as the settings name it. */
export interface OwnServer {
  settings: { DATABASE_URL: string; DATABASE_MIGRATION_URL?: string; CAIRN_SECRET: string };
  /** Runs a statement as the schema's owner. */
  query<T extends object>(statement: string): Promise<T[]>;
  stop(): Promise<void>;
}

const CAIRN_SECRET = "a secret only for tests, long enough";

const queryAt =
  (connectionString: string) =>
  async <T extends object>(statement: string): Promise<T[]> => {
    const client = new Client({ connectionString });
    await client.connect();
    try {
      return (await client.query<T>(statement)).rows;
    } finally {
      await client.end();
    }
  };

/** PostgreSQL 18 reached by its socket, with one role that works and one that migrates. */
export async function openServer(): Promise<OwnServer> {
  const server = await startEmbeddedPostgres({ dataDir: temporaryFolder() });
  const { app, owner } = await prepareEmbedded(server);
  const url = ({ user, password, database, host, port }: typeof app) =>
    `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host ?? "")}&port=${port}`;
  return {
    settings: { DATABASE_URL: url(app), DATABASE_MIGRATION_URL: url(owner), CAIRN_SECRET },
    query: queryAt(url(owner)),
    stop: server.stop,
  };
}

const BINARIES = "/usr/lib/postgresql/15/bin";

/** The oldest version that Cairn supports, where this machine has it. */
export const oldestIsMissing = existsSync(path.join(BINARIES, "initdb"))
  ? false
  : `there is no PostgreSQL 15 in ${BINARIES}`;

/** PostgreSQL 15 reached over the network, with one role that owns its database and is no superuser. */
export async function openOldestServer(): Promise<OwnServer> {
  const dir = temporaryFolder();
  const ids = unprivileged();
  if (ids) chownSync(dir, ids.uid, ids.gid);
  chmodSync(dir, 0o700);
  const data = path.join(dir, "data");
  const passwordFile = path.join(dir, "password");
  writeFileSync(passwordFile, "admin-password", { mode: 0o644 });
  const made = spawnSync(
    path.join(BINARIES, "initdb"),
    ["-D", data, "-U", "admin", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-N"],
    { ...ids, cwd: dir, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const child = spawn(
    path.join(BINARIES, "postgres"),
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", dir, "-c", "fsync=off"],
    { ...ids, cwd: dir, stdio: "ignore" },
  );
  process.once("exit", () => child.kill("SIGQUIT"));
  const url = (user: string, database: string) =>
    `postgres://${user}:${user}-password@127.0.0.1:${port}/${database}`;
  const admin = queryAt(url("admin", "postgres"));
  await until("PostgreSQL 15", () => admin("SELECT 1").catch(() => undefined));
  await admin("CREATE ROLE house LOGIN CREATEROLE PASSWORD 'house-password'");
  await admin("CREATE DATABASE house OWNER house");
  return {
    settings: { DATABASE_URL: url("house", "house"), CAIRN_SECRET },
    query: queryAt(url("house", "house")),
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGINT");
  await once(child, "exit");
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout),
  );
  return { uid: uid ?? 65534, gid: gid ?? 65534 };
}
