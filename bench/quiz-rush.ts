import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import path from "node:path";
import { createInterface } from "node:readline";
import { Pool } from "pg";
import { type Connection, clientOptions } from "#kernel/db/database.ts";
import { machine, percentile, report } from "./house.ts";

/** A smaller number, as the first argument, comes at the same pace for a shorter time. */
const STUDENTS = Number(process.argv[2] ?? 2000);
const START_SECONDS = STUDENTS / 200;
/** Sixteen answers and a submission of each student are spread over so long. */
const ANSWER_SECONDS = START_SECONDS * 12;
const SUBMIT_SECONDS = START_SECONDS * 2;
const LIMIT_MS = 1000;

interface Served {
  url: string;
  tokens: string[];
  quizKey: string;
  connection: Connection;
}

interface Asked {
  items: { position: number; asked: { options: { id: string; text: unknown }[] } }[];
}

interface Student {
  token: string;
  attemptId: string;
  asked: Asked["items"];
}

// A student's browser has a connection of its own.
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const errors: string[] = [];

function send<T>(
  method: string,
  address: string,
  { token, body }: { token: string; body?: object },
): Promise<T> {
  const sent = body ? JSON.stringify(body) : "";
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(sent),
    };
    const going = request(address, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 200)}`));
      });
    });
    // The server closed an idle connection as it was taken again: browsers send once more, and so does this.
    going.on("error", (error: NodeJS.ErrnoException) => {
      if (going.reusedSocket && error.code === "ECONNRESET")
        send<T>(method, address, { token, body }).then(resolve, reject);
      else reject(error);
    });
    going.end(sent);
  });
}

/** Does things at their due times, however long those before take; times count from when each was due. */
async function paced(count: number, seconds: number, act: (turn: number) => Promise<unknown>) {
  const times: number[] = [];
  const started = performance.now();
  const work: Promise<void>[] = [];
  for (let turn = 0; turn < count; turn++) {
    const due = started + (turn * seconds * 1000) / count;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((later) => setTimeout(later, wait));
    const done = act(turn).then(
      () => void times.push(performance.now() - due),
      (error: Error) => void errors.push(error.message),
    );
    work.push(done);
  }
  await Promise.all(work);
  return {
    count: times.length,
    perSecond: Math.round(times.length / ((performance.now() - started) / 1000)),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    max: percentile(times, 1),
  };
}

// The database keeps the fields of an object in an order of its own.
const sorted = (value: unknown) => JSON.stringify(value)?.split("").toSorted().join("");

const server = spawn(
  process.execPath,
  [path.join(import.meta.dirname, "quiz-rush-server.ts"), String(STUDENTS)],
  {
    stdio: ["pipe", "pipe", "inherit"],
  },
);
try {
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
  const { url, tokens, quizKey, connection }: Served = JSON.parse((await lines.next()).value ?? "null");
  const api = `${url}/api/v1/learn`;
  const students: Student[] = tokens.map((token) => ({ token, attemptId: "", asked: [] }));
  const opened: number[] = [];
  const answers = new Map<string, string>();

  const open = async (student: Student) => {
    const since = performance.now();
    const { items } = await send<Asked>("GET", `${api}/attempts/${student.attemptId}`, student);
    opened.push(performance.now() - since);
    student.asked = items;
  };
  const reads: Promise<void>[] = [];
  const start = await paced(students.length, START_SECONDS, async (turn) => {
    const student = students[turn];
    if (!student) return;
    const { attemptId } = await send<{ attemptId: string }>(
      "POST",
      `${api}/courses/rush/quizzes/${quizKey}/attempts`,
      student,
    );
    student.attemptId = attemptId;
    // What the page of the attempt loads next; it is part of the rush, and has times of its own.
    reads.push(open(student).catch((error: Error) => void errors.push(error.message)));
  });
  await Promise.all(reads);

  const total = students.reduce((sum, { asked }) => sum + asked.length, 0);
  const answer = await paced(total, ANSWER_SECONDS, async (turn) => {
    const student = students[turn % students.length];
    const item = student?.asked[Math.floor(turn / students.length)];
    if (!student || !item) return;
    const choice = item.asked.options[turn % 4]?.id ?? "1";
    const text = JSON.stringify(item.asked.options[turn % 4]?.text);
    await send("PUT", `${api}/attempts/${student.attemptId}/answers/${item.position}`, {
      token: student.token,
      body: { answer: { kind: "single", choice }, sequence: turn + 1, spentMs: 5000 },
    });
    // Only what was acknowledged is counted on.
    answers.set(`${student.attemptId}:${item.position}`, text);
  });
  const submit = await paced(students.length, SUBMIT_SECONDS, (turn) =>
    send("POST", `${api}/attempts/${students[turn]?.attemptId}/submission`, students[turn] ?? { token: "" }),
  );

  const pool = new Pool({ ...clientOptions(connection), max: 1 });
  const { rows } = await pool.query<{ place: string; text: unknown; marked: boolean }>(
    `SELECT i.attempt_id || ':' || i.position AS place, o->'text' AS text, i.awarded_ppm IS NOT NULL AS marked
     FROM academy.quiz_item i JOIN academy.question_version v ON v.id = i.version_id
     JOIN LATERAL jsonb_array_elements(v.body->'options') AS o ON o->>'id' = i.answer->>'choice'`,
  );
  await pool.end();
  const stored = new Map(
    rows.map(({ place, text, marked }) => [place, marked ? sorted(text) : "not marked"]),
  );
  const lost = [...answers].filter(([place, text]) => stored.get(place) !== sorted(JSON.parse(text))).length;
  report({
    bench: "quiz-rush",
    machine: machine(),
    students: students.length,
    questionsEach: students[0]?.asked.length,
    startMs: { ...start, limitP99: LIMIT_MS, isMet: start.p99 < LIMIT_MS },
    openMs: { p50: percentile(opened, 0.5), p95: percentile(opened, 0.95), p99: percentile(opened, 0.99) },
    answerMs: answer,
    submitMs: submit,
    errors: { count: errors.length, aim: 0, first: errors.slice(0, 3) },
    answers: { acknowledged: answers.size, lost, aim: 0 },
  });
} finally {
  server.stdin.end();
  if (server.exitCode === null) await once(server, "exit");
}
