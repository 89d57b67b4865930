import { EventEmitter, once } from "node:events";
import { readFileSync } from "node:fs";
import { type Caller, openCaller } from "#test/process/people.ts";
import { SHARED_PLAN } from "#test/process/cairn.ts";

/** One piece of work, wanted once, however often it has to be asked for. */
interface Task {
  key: string;
  path: string;
  body: unknown;
}

/** A stream of work of one kind: what is asked next, and what was acknowledged under which key. */
export interface Stream {
  next(n: number): Task;
  acknowledged: Map<string, Record<string, unknown>>;
}

/** Values read somewhere, each with a source that names it. */
export const measurements = (name: string): Stream => ({
  acknowledged: new Map(),
  next: (n) => ({
    key: `${name}-${n}`,
    path: "/playbook/measurements",
    body: { metric: "site.posts_published", value: n, source: `${name}-${n}` },
  }),
});

/** New people, each with a mail that a job has to send. */
export const invitations = (name: string): Stream => ({
  acknowledged: new Map(),
  next: (n) => ({
    key: `${name}-${n}`,
    path: "/invitations",
    body: { name: `${name} ${n}`, email: `${name}-${n}@example.com`, role: "viewer" },
  }),
});

const plan = readFileSync(SHARED_PLAN, "utf8");

/** The shared plan with one deliverable worded anew in each edition. */
export const editions = (name: string): Stream => ({
  acknowledged: new Map(),
  next: (n) => {
    const text = plan.replace("Complete business plan and strategy", `$&, edition ${n}`);
    return {
      key: `${name}-${n}`,
      path: "/playbook/imports",
      body: { fileName: `edition-${n}.md`, content: Buffer.from(text).toString("base64") },
    };
  },
});

/** A house under load. */
export interface Load {
  /** Works until `count` pieces are acknowledged, and goes on until `rest`. */
  acknowledge(count: number): Promise<void>;
  /** Lets nothing new begin; waits for what is under way to be answered or cut off. */
  rest(): Promise<void>;
}

/** Works each stream, one piece after the other; a piece that got no answer is asked for again, by the same key. */
export function beginLoad(streams: Iterable<Stream>, url: string, token: string): Load {
  const caller = openCaller(url, token);
  const stop = new AbortController();
  const progress = new EventEmitter();
  const workers = [...streams].map(async (stream) => {
    while (!stop.signal.aborted && (await ask(caller, stream))) progress.emit("acknowledged");
  });
  for (const worker of workers) worker.catch((error: unknown) => progress.emit("error", error));
  return {
    acknowledge: async (count) => {
      for (let left = count; left > 0; left -= 1) await once(progress, "acknowledged");
    },
    rest: async () => {
      stop.abort();
      await Promise.all(workers);
    },
  };
}

/** Asks for the next piece; false when the connection broke, so that nobody knows whether it was done. */
async function ask(caller: Caller, { next, acknowledged }: Stream): Promise<boolean> {
  const { key, path, body } = next(acknowledged.size);
  let status: number;
  let output: unknown;
  try {
    const answer = await caller.post(path, body, key);
    status = answer.status;
    output = await answer.json();
  } catch {
    return false;
  }
  // A database that is just being shut down is said so; nothing was promised then.
  if (status === 503 || status === 500) return false;
  if (status !== 200) throw new Error(`${key}: ${status} ${JSON.stringify(output)}`);
  acknowledged.set(key, output as Record<string, unknown>);
  return true;
}
