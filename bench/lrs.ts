import { spawn } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { cpus } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { machine, percentile, report } from "./house.ts";

const PER_POST = 5;
const STATEMENT_BYTES = 1800;
const CONNECTIONS = Number(process.env.LRS_CONNECTIONS ?? 16);
const SECONDS = Number(process.env.LRS_SECONDS ?? 15);
const STUDENTS = 5000;
const ACTIVITIES = 300;
/** A published peer: 3,000 statements a second on 16 cores. The aim is five times that for each core. */
const PEER = { statementsPerSecond: 3000, cores: 16 };
const AIM_TIMES = 5;

interface Served {
  url: string;
  authorization: string;
}

interface Held {
  statements: number;
  keys: number;
  synchronousCommit: string;
  fsync: string;
  webProcessorMs: number;
}

const VERBS = [
  "launched",
  "initialized",
  "experienced",
  "answered",
  "progressed",
  "completed",
  "passed",
  "terminated",
];
const HOME = "https://academy.example.com";

const activity = (n: number) => ({
  objectType: "Activity",
  id: `${HOME}/courses/ai-business-mastery/lessons/${n}`,
  definition: {
    name: {
      en: `Lesson ${n}: what a first customer pays for`,
      de: `Lektion ${n}: wofür ein erster Kunde zahlt`,
    },
    description: { en: "How to find out what is worth paying for, before anything is built." },
    type: "http://adlnet.gov/expapi/activities/lesson",
  },
});

/** A statement as a course player sends it; filled up to its size with what the learner answered. */
function makeStatement(): object {
  const student = randomInt(STUDENTS);
  const verb = VERBS[randomInt(VERBS.length)] ?? "experienced";
  const made = {
    id: randomUUID(),
    actor: {
      objectType: "Agent",
      name: `Student ${student}`,
      account: { homePage: HOME, name: `student-${student}` },
    },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    object: activity(randomInt(ACTIVITIES)),
    result: {
      score: { scaled: randomInt(101) / 100, raw: randomInt(101), min: 0, max: 100 },
      success: true,
      completion: true,
      duration: `PT${randomInt(60)}M${randomInt(60)}.${randomInt(10)}S`,
      response: "",
    },
    context: {
      registration: `3b1f0000-0000-4000-8000-${String(student).padStart(12, "0")}`,
      contextActivities: {
        parent: [{ objectType: "Activity", id: `${HOME}/courses/ai-business-mastery` }],
        category: [{ objectType: "Activity", id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" }],
      },
      platform: "Bench",
      language: "en",
      extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": randomUUID() },
    },
    timestamp: new Date(Date.now() - randomInt(60_000)).toISOString(),
  };
  const missing = STATEMENT_BYTES - Buffer.byteLength(JSON.stringify(made));
  made.result.response = "What the learner wrote. "
    .repeat(Math.ceil(missing / 24))
    .slice(0, Math.max(0, missing));
  return made;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** One POST over a kept connection; the answer has to name as many ids as statements were sent. */
function post({ url, authorization }: Served, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-experience-api-version": "1.0.3",
    };
    const sending = request(`${url}/xapi/statements`, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200 && JSON.parse(text).length === PER_POST) resolve();
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sending.on("error", reject);
    sending.end(body);
  });
}

/** Posts as fast as it is answered, over so many connections. Bodies are made as they go: the load generator counts. */
async function load(served: Served, seconds: number) {
  const times: number[] = [];
  let bytes = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const send = async (): Promise<void> => {
    while (performance.now() < end) {
      const body = JSON.stringify(Array.from({ length: PER_POST }, makeStatement));
      bytes += Buffer.byteLength(body);
      const sentAt = performance.now();
      await post(served, body);
      times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, send));
  const elapsed = (performance.now() - started) / 1000;
  return {
    statements: times.length * PER_POST,
    statementsPerSecond: Math.round((times.length * PER_POST) / elapsed),
    meanStatementBytes: Math.round(bytes / times.length / PER_POST),
    postMs: { p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) },
  };
}

const server = spawn(process.execPath, [path.join(import.meta.dirname, "lrs-server.ts")], {
  stdio: ["pipe", "pipe", "inherit"],
});
try {
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
  const ask = async () => JSON.parse((await lines.next()).value ?? "null");
  const look = async (): Promise<Held> => {
    server.stdin.write("\n");
    return ask();
  };
  const served: Served = await ask();
  await load(served, 3);
  const before = await look();
  const measured = await load(served, SECONDS);
  const after = await look();
  if (after.statements - before.statements !== measured.statements)
    throw new Error(`Statements were lost: ${JSON.stringify({ before, after, measured })}`);
  const cores = cpus().length;
  const perCore = Math.round(measured.statementsPerSecond / cores);
  const peerPerCore = PEER.statementsPerSecond / PEER.cores;
  report({
    bench: "lrs",
    machine: machine(),
    connections: CONNECTIONS,
    seconds: SECONDS,
    statementsPerPost: PER_POST,
    durable: { synchronousCommit: after.synchronousCommit, fsync: after.fsync },
    ...measured,
    keysPerStatement: Math.round((after.keys / after.statements) * 10) / 10,
    webProcessorMsPerStatement:
      Math.round(((after.webProcessorMs - before.webProcessorMs) / measured.statements) * 1000) / 1000,
    perCore,
    compared: {
      peerPerCore,
      timesPeerPerCore: Math.round((perCore / peerPerCore) * 10) / 10,
      aimPerCore: peerPerCore * AIM_TIMES,
    },
  });
} finally {
  server.stdin.end();
  if (server.exitCode === null) await once(server, "exit");
}
