import { spawn } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import path from "node:path";
import { createInterface } from "node:readline";
import { Pool } from "pg";
import { type Connection, clientOptions } from "#kernel/db/database.ts";
import { machine, percentile, report } from "./house.ts";
import { METER } from "./usage-accounts.ts";

const BATCH = 100;
const DUPLICATES = 20;
const ACCOUNTS_A_BATCH = 10;
const CONNECTIONS = 8;
const SECONDS = 10;
/** What the aim asks for; the quota is checked at this rate too, because a house at its limit answers late by nature. */
const PACE = 20_000;
const MOST_BATCHES = 6000;

interface Served {
  url: string;
  token: string;
  accountIds: string[];
  connection: Connection;
}

interface Answer {
  accepted: number;
  late: number;
  duplicate: number;
  rejected: number;
}

interface Batch {
  body: string;
  /** What the answer has to say. */
  fresh: number;
}

const aDay = () => new Date(Date.now() - randomInt(1, 86_400_000)).toISOString();

/** Makes batches of a hundred events, of which twenty were sent in earlier ones. */
function batchMaker(accountIds: readonly string[]): () => Batch {
  const sent: object[] = [];
  return () => {
    const accounts = Array.from({ length: ACCOUNTS_A_BATCH }, () => accountIds[randomInt(accountIds.length)]);
    const repeated =
      sent.length < 1000 ? [] : Array.from({ length: DUPLICATES }, () => sent[randomInt(sent.length)]);
    const fresh = Array.from({ length: BATCH - repeated.length }, (_, n) => ({
      accountId: accounts[n % ACCOUNTS_A_BATCH],
      meter: METER.soft,
      eventKey: randomUUID(),
      quantity: 1 + (n % 3),
      occurredAt: aDay(),
    }));
    const events = [...fresh, ...repeated].toSorted(() => randomInt(3) - 1);
    if (sent.length < 100_000) sent.push(...fresh);
    return { body: JSON.stringify({ events }), fresh: fresh.length };
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** One POST over a kept connection; the answer has to be a good one. */
function post({ url, token }: Served, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    const sending = request(`${url}/api/v1/billing/usage`, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sending.on("error", reject);
    sending.end(body);
  });
}

/** Sends batches in their order, as fast as they are answered or so many events a second. */
function sender(served: Served, make: () => Batch) {
  const counted = { fresh: 0, taken: 0, duplicate: 0, sent: 0 };
  const ready: Batch[] = [];
  const prepare = (batches: number) => {
    while (ready.length < batches) ready.push(make());
  };
  async function run(seconds: number, perSecond: number) {
    const times: number[] = [];
    let turn = 0;
    prepare(Math.min((perSecond / BATCH) * seconds * 1.1, MOST_BATCHES));
    const started = performance.now();
    const end = started + seconds * 1000;
    const send = async (): Promise<void> => {
      while (performance.now() < end) {
        const due = started + (turn++ * BATCH * 1000) / perSecond;
        const wait = due - performance.now();
        if (wait > 1) await new Promise((later) => setTimeout(later, wait));
        const batch = ready.shift();
        if (!batch) throw new Error("Not enough batches were made");
        const sentAt = performance.now();
        const answer = await post(served, batch.body);
        times.push(performance.now() - sentAt);
        counted.sent += BATCH;
        counted.fresh += batch.fresh;
        counted.taken += answer.accepted + answer.late;
        counted.duplicate += answer.duplicate;
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, send));
    const elapsed = (performance.now() - started) / 1000;
    return {
      eventsPerSecond: Math.round((times.length * BATCH) / elapsed),
      batchMs: { p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) },
    };
  }
  return { run, counted };
}

/** The floor: the same rows by plain prepared INSERTs of a hundred, each committed, from as many connections. */
async function bareInsert(connection: Connection, accountIds: readonly string[]): Promise<number> {
  const pool = new Pool({ ...clientOptions(connection), max: CONNECTIONS });
  let inserted = 0;
  const end = performance.now() + SECONDS * 500;
  const insert = async (): Promise<void> => {
    while (performance.now() < end) {
      const keys = Array.from({ length: BATCH }, () => randomUUID());
      const accounts = keys.map((_, n) => accountIds[(inserted + n) % accountIds.length]);
      await pool.query({
        name: "bare",
        text: `INSERT INTO billing.usage_event (account_id, meter, event_key, quantity, occurred_at, received_at,
                 period_starts_on, is_late)
               SELECT account_id, 'bare', event_key, 1, now(), now(), current_date, false
               FROM unnest($1::uuid[], $2::text[]) AS e (account_id, event_key)`,
        values: [accounts, keys],
      });
      inserted += BATCH;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, insert));
  await pool.end();
  return Math.round(inserted / (SECONDS / 2));
}

const server = spawn(process.execPath, [path.join(import.meta.dirname, "usage-server.ts")], {
  stdio: ["pipe", "pipe", "inherit"],
});
try {
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
  const ask = async () => JSON.parse((await lines.next()).value ?? "null");
  const quotaChecks = async () => {
    server.stdin.write("\n");
    return ask();
  };
  const served: Served = await ask();
  const { run, counted } = sender(served, batchMaker(served.accountIds));
  await run(3, PACE / 4);
  await quotaChecks();
  const paced = await run(SECONDS, PACE);
  const pacedChecks = await quotaChecks();
  const full = await run(SECONDS, Number.POSITIVE_INFINITY);
  const fullChecks = await quotaChecks();
  if (counted.taken !== counted.fresh || counted.taken + counted.duplicate !== counted.sent)
    throw new Error(`Events were lost or counted twice: ${JSON.stringify(counted)}`);
  report({
    bench: "usage",
    machine: machine(),
    connections: CONNECTIONS,
    secondsEach: SECONDS,
    batch: { events: BATCH, duplicates: DUPLICATES, accounts: ACCOUNTS_A_BATCH },
    counted,
    atTwentyThousand: { ...paced, quotaCheckMs: pacedChecks },
    asFastAsAnswered: { ...full, quotaCheckMs: fullChecks },
    bareInsertPerSecond: await bareInsert(served.connection, served.accountIds),
  });
} finally {
  server.stdin.end();
  if (server.exitCode === null) await once(server, "exit");
}
