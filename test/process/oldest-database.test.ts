import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { cairn, type Running, startCairn } from "#test/process/cairn.ts";
import { oldestIsMissing, openOldestServer, type OwnServer } from "#test/process/own-server.ts";
import { type Caller, makeToken, openCaller } from "#test/process/people.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

interface Description {
  paths: Record<string, { get?: { operationId: string; parameters?: { required?: boolean }[] } }>;
}

suite("PostgreSQL 15, with one role for everything", { timeout: 300_000, skip: oldestIsMissing }, () => {
  let server: OwnServer;
  let running: Running;
  let caller: Caller;
  let env: Record<string, string>;

  before(async () => {
    server = await openOldestServer();
    env = { ...server.settings, CAIRN_DATA: temporaryFolder() };
    const migrated = await cairn(["migrate"], { env });
    assert.deepEqual(migrated, { code: 0, out: "The database is up to date.\n", err: "" });
    running = await startCairn([], { env });
    caller = openCaller(running.url, await makeToken({ env }));
  });
  after(async () => {
    await running?.kill();
    await server?.stop();
  });

  test("every question without an argument is answered", async () => {
    const { paths } = (await (await caller.get("/openapi.json")).json()) as Description;
    const questions = Object.entries(paths).filter(
      ([path, { get }]) => get && !path.includes("{") && !get.parameters?.some(({ required }) => required),
    );
    assert.ok(questions.length > 25, `${questions.length} questions`);
    const answers = await Promise.all(
      questions.map(async ([path]) => {
        const short = path.replace(/^\/api\/v1/, "");
        return [short, (await caller.get(short)).status];
      }),
    );
    // Whose token it is has no account as a customer: what asks for one finds none.
    const isRight = ([path, status]: (string | number)[]) =>
      status === 200 || (status === 404 && String(path).startsWith("/account/"));
    assert.deepEqual(
      answers.filter((answer) => !isRight(answer)),
      [],
    );
  });

  test("values are reported, plans taken in anew, work is moved, history is whole", async () => {
    const report = { metric: "site.posts_published", value: 12, source: "a test" };
    assert.equal((await caller.post("/playbook/measurements", report)).status, 200);
    const { text } = (await (await caller.get("/playbook/plan/export?format=md")).json()) as { text: string };
    const again = { fileName: "plan.md", content: Buffer.from(text).toString("base64") };
    assert.equal((await caller.post("/playbook/imports", again)).status, 200);
    const { code, out } = await cairn(["doctor", "--json"], { env });
    assert.deepEqual([code, JSON.parse(out).ok], [0, true], out);
    assert.match(out, /"PostgreSQL 15\./);
  });

  test("it ends in order", async () => {
    const { code, err } = await running.stop();
    assert.equal(code, 0, err);
  });
});
