import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { machine, percentile, report } from "./house.ts";

const CONNECTIONS = 16;
const SECONDS = 4;

interface Subject {
  name: string;
  send: (turn: number) => Promise<Response>;
}

interface Served {
  bare: string;
  url: string;
  cookies: string;
  token: string;
}

/** Sends from sixteen connections for some seconds; every answer has to be a good one. */
async function load({ name, send }: Subject, seconds: number) {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  let turn = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        const started = performance.now();
        const response = await send(turn++);
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`${name} answered ${response.status}`);
        times.push(performance.now() - started);
      }
    }),
  );
  return {
    perSecond: Math.round(times.length / seconds),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}

const measurement = (turn: number): string =>
  JSON.stringify({ metric: `bench.metric_${turn % 500}`, value: turn, source: "bench", asOf: "2026-06-02" });

function subjectsOf({ bare, url, cookies, token }: Served): Subject[] {
  const api = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return [
    { name: "bare", send: () => fetch(bare) },
    { name: "cachedPublicPage", send: () => fetch(url) },
    { name: "signedInPage", send: () => fetch(`${url}/console`, { headers: { cookie: cookies } }) },
    { name: "apiRead", send: () => fetch(`${url}/api/v1/playbook/plan`, { headers: api }) },
    {
      name: "apiWrite",
      send: (turn) =>
        fetch(`${url}/api/v1/playbook/measurements`, {
          method: "POST",
          headers: api,
          body: measurement(turn),
        }),
    },
  ];
}

const server = spawn(process.execPath, [path.join(import.meta.dirname, "http-server.ts")], {
  stdio: ["pipe", "pipe", "inherit"],
});
try {
  const [line] = (await once(createInterface(server.stdout), "line")) as [string];
  const subjects = subjectsOf(JSON.parse(line));
  const results: Record<string, Awaited<ReturnType<typeof load>> & { ofBare?: number }> = {};
  for (const subject of subjects) {
    await load(subject, 1);
    results[subject.name] = await load(subject, SECONDS);
  }
  const bare = results.bare?.perSecond ?? 0;
  for (const result of Object.values(results))
    result.ofBare = Math.round((result.perSecond / bare) * 1000) / 1000;
  report({ bench: "http", machine: machine(), connections: CONNECTIONS, secondsEach: SECONDS, results });
} finally {
  server.stdin.end();
  await once(server, "exit");
}
