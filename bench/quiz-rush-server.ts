import { once } from "node:events";
import { createAuthentication } from "#kernel/auth/authentication.ts";
import { hashApiToken, newApiToken } from "#kernel/auth/api-token.ts";
import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { App } from "#main/app.ts";
import { createWeb, listenWeb } from "#main/server.ts";
import { openBenchHouse } from "./house.ts";

// The measured side of bench/quiz-rush.ts: says where it listens in one line of JSON, and ends with its input.
const STUDENTS = Number(process.argv[2]);
const BANK = 40;
const ASKED = 16;

const paragraph = (text: string) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

const question = (at: number) => ({
  slug: `question-${at}`,
  prompt: paragraph(
    `Question ${at}: which of these follows from what the lesson says about margins and prices?`,
  ),
  body: {
    kind: "single",
    options: Array.from({ length: 4 }, (_, option) => ({
      id: `o${option}`,
      text: paragraph(`Option ${option} of question ${at}, with some words as options have them.`),
      correct: option === at % 4,
      feedback: "What is said to who chose this option.",
    })),
  },
  explanation: paragraph("Why this is so, in a sentence or two that a student reads after the attempt."),
  tags: ["part"],
});

/** A course whose one lesson is a quiz of sixteen questions, drawn of a bank of forty, with a time limit. */
async function writeCourse(app: App): Promise<{ courseId: string; quizKey: string }> {
  const call = async (name: string, input: object) => (await app.call(name, input)) as Record<string, string>;
  const { courseId = "" } = await call("academy.create_course", { slug: "rush", title: "Rush" });
  const { key: moduleKey } = await call("academy.add_module", { courseId, title: "Part" });
  await call("academy.import_questions", {
    courseId,
    questions: Array.from({ length: BANK }, (_, at) => question(at)),
  });
  const { quizKey = "" } = await call("academy.add_quiz", {
    courseId,
    slug: "quiz",
    title: "Quiz",
    settings: { timeLimitMinutes: 60, attempts: 1 },
    sections: [{ draw: ASKED, tags: ["part"] }],
  });
  await call("academy.add_lesson", {
    courseId,
    moduleKey,
    slug: "quiz",
    title: "Quiz",
    completion: { rule: "quiz", percent: 70 },
    blocks: [{ id: newId(), kind: "quiz", quizKey }],
  });
  await call("academy.publish_curriculum", { courseId });
  return { courseId, quizKey };
}

/** Students with accounts of their own and a token each. */
async function addStudents(db: Db, courseId: string): Promise<string[]> {
  const students = Array.from({ length: STUDENTS }, (_, at) => {
    const token = newApiToken();
    return {
      at,
      person: newId(),
      account: newId(),
      member: newId(),
      enrollment: newId(),
      id: newId(),
      token,
      hash: hashApiToken(token),
    };
  });
  const given = sql`jsonb_to_recordset(${JSON.stringify(students.map(({ token: _, ...rest }) => rest))}::jsonb)
    AS s (at int, person uuid, account uuid, member uuid, enrollment uuid, id uuid, hash text)`;
  await db.execute(
    sql`INSERT INTO auth.person (id, name, email, email_verified, created_at, updated_at)
        SELECT person, 'Student ' || at, 'student' || at || '@example.com', true, now(), now() FROM ${given}`,
  );
  await db.execute(
    sql`INSERT INTO auth.api_token (id, person_id, name, hash, scopes, agent, created_at)
        SELECT id, person, 'bench', hash, '{*}', false, now() FROM ${given}`,
  );
  await db.execute(
    sql`INSERT INTO people.account (id, kind, name, country, currency, locale, zone, created_at, updated_at)
        SELECT account, 'individual', 'Student ' || at, 'DE', 'EUR', 'de-DE', 'Europe/Berlin', now(), now() FROM ${given}`,
  );
  await db.execute(
    sql`INSERT INTO people.membership (id, account_id, person_id, role, from_at)
        SELECT member, account, person, 'owner', now() FROM ${given}`,
  );
  await db.execute(
    sql`INSERT INTO academy.enrollment (id, course_id, curriculum_id, account_id, person_id, source_kind, status, zone,
          started_at, created_at)
        SELECT s.enrollment, ${courseId}, c.id, s.account, s.person, 'staff', 'active', 'Europe/Berlin', now(), now()
        FROM ${given}, academy.curriculum c WHERE c.course_id = ${courseId} AND c.status = 'published'`,
  );
  await db.execute(sql`ANALYZE`);
  return students.map(({ token }) => token);
}

const house = await openBenchHouse();
const { app } = house;
const { courseId, quizKey } = await writeCourse(app);
const tokens = await addStudents(app.database.db, courseId);
const web = await createWeb(app, {
  auth: createAuthentication(app, "a secret only for measuring, long enough"),
  pages: async () => new Response("page"),
  metrics: async () => new Response(""),
});
const server = await listenWeb(web, { host: "127.0.0.1", port: 0 });
process.stdout.write(
  `${JSON.stringify({ url: server.url, tokens, quizKey, connection: house.connections.app })}\n`,
);
process.stdin.resume();
await once(process.stdin, "end");
await server.close();
await house.close();
