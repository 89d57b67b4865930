import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT } from "#test/embedded-process.ts";

/** The command as people call it. */
export const CAIRN = path.join(ROOT, "bin/cairn");
/** The plan of a real company. */
export const SHARED_PLAN = path.join(ROOT, "../shared/inputs/implementation-playbook.md");

const START_MS = 120_000;
const STOP_MS = 10_000;

/** What a process of ours is given of this one's environment: nothing that is a setting of Cairn's. */
export function environment(settings: Record<string, string> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(CAIRN_|DATABASE_|NODE_TEST|NODE_OPTIONS$|NODE_ENV$|PORT$|HOST$|LOG_LEVEL$)/.test(name),
  );
  const PATH = `${path.dirname(process.execPath)}:${process.env.PATH}`;
  return { ...Object.fromEntries(kept), PATH, ...settings };
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Asks again and again until there is an answer; says what was waited for when there is none in time. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 30_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await wait(50);
  }
  throw new Error(`Waited ${withinMs / 1000} s in vain: ${what}`);
}

export interface Finished {
  code: number | null;
  out: string;
  err: string;
}

/** How to run the command. `prefix` is a command in front of it. */
export interface Place {
  env?: Record<string, string>;
  cwd?: string;
  bin?: string;
  prefix?: string[];
}

const groups = new Set<number>();

// A test run that ends early leaves no server behind.
process.once("exit", () => groups.forEach(killGroup));

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function launch(
  args: string[],
  place: Place,
  detached: boolean,
): ChildProcessByStdio<null, Readable, Readable> {
  const [file = "", ...rest] = [...(place.prefix ?? []), place.bin ?? CAIRN, ...args];
  const child = spawn(file, rest, {
    cwd: place.cwd ?? ROOT,
    env: environment(place.env),
    stdio: ["ignore", "pipe", "pipe"],
    detached,
  });
  const { pid } = child;
  if (detached && pid) {
    groups.add(pid);
    child.once("exit", () => groups.delete(pid));
  }
  return child;
}

/** Runs one command to its end. */
export async function cairn(args: string[], place: Place = {}): Promise<Finished> {
  const child = launch(args, place, false);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number | null]>,
  ]);
  return { code, out, err };
}

/** A running `cairn start`. */
export interface Running {
  pid: number;
  url: string;
  output(): string;
  /** The one-time link of the first start, or undefined. */
  ownerLink(): string | undefined;
  /** Asks it to end as a supervisor does; ends it by force, and fails, after ten seconds. */
  stop(signal?: NodeJS.Signals): Promise<Finished>;
  /** `kill -9` of the process and everything in its group. */
  kill(): Promise<void>;
  /** Resolves when it has ended in whatever way. */
  ended: Promise<Finished>;
}

/** Begins `cairn start` on a free port and waits for its first words, or for its answer when it has no web part. */
export async function startCairn(args: string[] = [], place: Place = {}): Promise<Running> {
  const port = place.env?.PORT ?? String(await freePort());
  const child = launch(["start", ...args], { ...place, env: { ...place.env, PORT: port } }, true);
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.err += chunk;
  });
  const ended = once(child, "close").then(([code]): Finished => ({ code, ...said }));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const running = runningOf(child, { said, ended, url: `http://127.0.0.1:${port}` });
  try {
    await until(
      "the start of Cairn",
      () => {
        if (over) throw new Error(`Cairn did not start: ${said.err}${said.out}`);
        return isUp(said, place.env?.CAIRN_ROLE);
      },
      START_MS,
    );
  } catch (error) {
    if (!over) await running.kill();
    throw error;
  }
  return running;
}

const isUp = ({ out }: { out: string }, role = "all"): boolean =>
  role === "worker" ? out.includes("Cairn works") : out.includes("Cairn listens on");

function runningOf(
  child: ChildProcess,
  { said, ended, url }: { said: { out: string; err: string }; ended: Promise<Finished>; url: string },
): Running {
  const pid = child.pid ?? 0;
  const kill = async () => {
    killGroup(pid);
    await ended;
  };
  return {
    pid,
    // As it says itself: on port 0 nobody else knows.
    get url() {
      return /^Cairn listens on (\S+)$/m.exec(said.out)?.[1] ?? url;
    },
    ended,
    kill,
    output: () => said.out + said.err,
    ownerLink: () => /^Sign in as the owner, once: (\S+)$/m.exec(said.out)?.[1],
    stop: async (signal = "SIGTERM") => {
      child.kill(signal);
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS + 1000);
      const finished = await ended;
      clearTimeout(late);
      if (finished.code === null) throw new Error(`Cairn did not stop within 10 s: ${finished.err}`);
      return finished;
    },
  };
}
