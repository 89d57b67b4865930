import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Db } from "#kernel/db/database.ts";
import { machine, openBenchHouse, percentile, report } from "./house.ts";
import { openBenchWeb } from "./web.ts";

const ENROLLMENTS = 50_000;
const LESSONS_EACH = 10;
const CONNECTIONS = 8;
const SECONDS = 8;
/** A page should stand before the reader notices waiting, in milliseconds. */
const LIMIT_MS = 200;

interface Course {
  id: string;
  slug: string;
  curriculum_id: string;
  lesson: string;
}

/** Fifty thousand students in the middle of the course, each with ten lessons done and a recording half watched. */
async function fill(db: Db, course: Course): Promise<void> {
  await db.execute(
    sql`INSERT INTO academy.enrollment (id, course_id, curriculum_id, account_id, person_id, source_kind, status, zone,
          started_at, created_at, last_active_at)
        SELECT gen_random_uuid(), ${course.id}, ${course.curriculum_id}, gen_random_uuid(), gen_random_uuid(), 'purchase',
          'active', 'Europe/Berlin', now() - interval '80 days', now() - interval '80 days', now()
        FROM generate_series(1, ${ENROLLMENTS})`,
  );
  await db.execute(
    sql`INSERT INTO academy.enrollment_status (enrollment_id, account_id, at, seq, status, cause)
        SELECT id, account_id, created_at, 1, 'active', 'bench' FROM academy.enrollment`,
  );
  await db.execute(
    sql`INSERT INTO academy.lesson_progress (enrollment_id, account_id, lesson_key, opened_at, last_active_at, active_ms,
          completed_at, completed_by)
        SELECT e.id, e.account_id, l.key, e.created_at, now(), 600000, now(), '{"rule":"read"}'
        FROM academy.enrollment e CROSS JOIN (SELECT key FROM academy.lesson
          WHERE curriculum_id = ${course.curriculum_id} ORDER BY id LIMIT ${LESSONS_EACH}) AS l`,
  );
  await db.execute(
    sql`INSERT INTO academy.watched (enrollment_id, account_id, lesson_key, block_id, played, updated_at)
        SELECT id, account_id, gen_random_uuid(), gen_random_uuid(), '{[0,60000)}', now() FROM academy.enrollment`,
  );
  await db.execute(sql`ANALYZE`);
}

async function load(send: (turn: number) => Promise<Response>, seconds: number) {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  let turn = 0;
  let bytes = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        const started = performance.now();
        const response = await send(turn++);
        bytes = (await response.arrayBuffer()).byteLength;
        if (response.status !== 200) throw new Error(`The server answered ${response.status}`);
        times.push(performance.now() - started);
      }
    }),
  );
  const perSecond = Math.round(times.length / seconds);
  return {
    perSecond,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    bytes,
  };
}

const house = await openBenchHouse();
try {
  const { app } = house;
  const { db } = app.database;
  await app.call("academy.create_starter_course", {});
  const course = await firstRow<Course>(
    db,
    sql`SELECT c.id, c.slug, v.id AS curriculum_id, (SELECT l.slug FROM academy.lesson l JOIN academy.module m
          ON m.id = l.module_id WHERE l.curriculum_id = v.id ORDER BY m.position, l.position LIMIT 1) AS lesson
        FROM academy.course c JOIN academy.curriculum v ON v.course_id = c.id AND v.status = 'published'`,
  );
  if (!course) throw new Error("There is no course");
  await fill(db, course);
  const web = await openBenchWeb(app);
  // The owner learns among them.
  await app.call("academy.enrol_student", {
    courseId: course.id,
    email: "owner@example.com",
    name: "Bench Owner",
  });
  await db.execute(
    sql`INSERT INTO academy.lesson_progress (enrollment_id, account_id, lesson_key, opened_at, last_active_at, active_ms)
        SELECT e.id, e.account_id, l.key, now(), now(), 0 FROM academy.enrollment e
          JOIN auth.person p ON p.id = e.person_id AND p.email = 'owner@example.com'
          JOIN academy.lesson l ON l.curriculum_id = e.curriculum_id ON CONFLICT DO NOTHING`,
  );
  const headers = { cookie: web.cookies };
  const origin = { ...headers, origin: web.url, "content-type": "application/json" };
  const page = () => fetch(`${web.url}/learn/${course.slug}/lessons/${course.lesson}`, { headers });
  const { key } = await firstRow<{ key: string }>(
    db,
    sql`SELECT key FROM academy.lesson WHERE curriculum_id = ${course.curriculum_id} AND slug = ${course.lesson}`,
  ).then((found) => found ?? { key: "" });
  const beat = () =>
    fetch(`${web.url}/api/v1/learn/courses/${course.slug}/activity`, {
      method: "POST",
      headers: origin,
      body: JSON.stringify({
        reports: [
          {
            reportId: crypto.randomUUID(),
            lessonKey: key,
            at: new Date().toISOString(),
            activeMs: 10_000,
            position: { scroll: 0.5 },
          },
        ],
      }),
    });
  const bare = () => fetch(`${web.url}/healthz`);
  const results: Record<string, Awaited<ReturnType<typeof load>>> = {};
  for (const [name, send] of Object.entries({
    bare,
    outline: () => fetch(`${web.url}/learn/${course.slug}`, { headers }),
    lesson: page,
    activity: beat,
  })) {
    await load(send, 1.5);
    results[name] = await load(send, SECONDS);
  }
  report({
    bench: "player",
    machine: machine(),
    rows: { enrollments: ENROLLMENTS, progress: ENROLLMENTS * LESSONS_EACH },
    connections: CONNECTIONS,
    limitMs: LIMIT_MS,
    resultsMs: results,
  });
  await web.close();
} finally {
  await house.close();
}
