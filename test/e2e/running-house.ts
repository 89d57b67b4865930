import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const ROOT = path.resolve(import.meta.dirname, "../..");
const CAIRN = path.join(ROOT, "bin/cairn");
const run = promisify(execFile);

/** A whole Cairn in a process of its own, as `npm start` runs it. */
export interface RunningHouse {
  /** Address people type; a host name, because passkeys need one. */
  url: string;
  /** The link printed on an empty database. */
  ownerLink: string;
  /** Runs `cairn ARGS` beside it, on its data; rejects with what it said when it fails. */
  cairn(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Reads what it prints until the owner's link stands there; afterwards the output runs on unread. */
async function findOwnerLink(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("There is no output to read");
  for await (const line of createInterface({ input: child.stdout })) {
    const link = /https?:\S+\/welcome\?token=\S+/.exec(line)?.[0];
    if (link) {
      child.stdout.resume();
      return link;
    }
  }
  throw new Error("Cairn ended before it printed the owner's link");
}

/** Starts Cairn on an empty data folder; builds the pages first when they are old. `args` follow `cairn start`. */
export async function startHouse(
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<RunningHouse> {
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-e2e-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const own = {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      CAIRN_DATA: path.join(folder, "data"),
      CAIRN_URL: url,
      PORT: String(port),
      LOG_LEVEL: "warn",
      ...env,
    },
  };
  const child = spawn(process.execPath, [CAIRN, "start", ...args], {
    ...own,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  return {
    url,
    ownerLink: await findOwnerLink(child),
    cairn: async (...asked) => (await run(process.execPath, [CAIRN, ...asked], own)).stdout,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
