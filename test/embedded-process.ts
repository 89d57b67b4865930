import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";

/** Root of the checkout. */
export const ROOT = path.resolve(import.meta.dirname, "..");

/** What the other process said of its start: a connection, or the error it ended with. */
export interface Report {
  host: string;
  port: number;
  adminUser: string;
  adminPassword: string;
  pid: number;
  adopted: boolean;
  error?: { code: string; message: string };
}

/** Another process that holds an embedded server. */
export interface ServerProcess {
  child: ChildProcess;
  report: Report;
  /** Lets it stop its server and waits for its end. */
  stop(): Promise<void>;
  /** Ends it as `kill -9` does, and waits until it is gone. */
  kill(): Promise<void>;
}

const SOURCE = `
import { startEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
const [dataDir, native] = process.argv.slice(1);
try {
  const { stop, ended, ...server } = await startEmbeddedPostgres({ dataDir, native: native || undefined });
  process.stdout.write(JSON.stringify(server) + "\\n");
  process.stdin.once("end", async () => { await stop(); process.exit(0); }).resume();
} catch (error) {
  process.stdout.write(JSON.stringify({ error: { code: error.code, message: error.message } }) + "\\n");
}`;

/** Starts the embedded server in another process, stopped when the test ends at the latest; `prefix` is a command in front. */
export async function startElsewhere(
  t: TestContext,
  dataDir: string,
  options: { native?: string; prefix?: string[] } = {},
): Promise<ServerProcess> {
  const node = [process.execPath, "--input-type=module", "-e", SOURCE, "--", dataDir, options.native ?? ""];
  const [file = "", ...args] = [...(options.prefix ?? []), ...node];
  const child = spawn(file, args, { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const stop = async () => {
    child.stdin?.end();
    await exited;
  };
  t.after(stop);
  return {
    child,
    report: await firstLine(child),
    stop,
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<Report> {
  if (!child.stdout) throw new Error("no output to read");
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as Report;
  throw new Error("the process ended without a word");
}
