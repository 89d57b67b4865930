import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { after, before, suite, test } from "node:test";
import { findEmbeddedPostgres } from "#kernel/db/embedded/index.ts";
import { cairn, freePort, type Running, startCairn, until } from "#test/process/cairn.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

suite("a first start on an empty folder, from another working directory", { timeout: 300_000 }, () => {
  const data = path.join(temporaryFolder(), "new", "data");
  const env = { CAIRN_DATA: data };
  let running: Running;
  before(async () => {
    running = await startCairn([], { env: { ...env, PORT: "0" }, cwd: temporaryFolder() });
  });
  after(() => running.kill());

  test("it prints its address and a link that works once, for the owner", async () => {
    await until("the owner's link", () => running.ownerLink());
    assert.match(running.output(), new RegExp(`^Cairn listens on ${running.url}$`, "m"));
    assert.notEqual(new URL(running.url).port, "0");
    assert.ok(running.ownerLink()?.startsWith(`${running.url}/welcome?token=`));
    const page = await fetch(running.ownerLink()!);
    assert.equal(page.status, 200);
  });

  test("it is alive and ready", async () => {
    const alive = await fetch(`${running.url}/healthz`);
    assert.equal((await alive.json()).status, "ok");
    const ready = await fetch(`${running.url}/readyz`);
    assert.deepEqual([ready.status, (await ready.json()).ready], [200, true]);
  });

  test("the plan that ships with it is imported, and a command works beside it", async () => {
    const status = await cairn(["status", "--json"], { env });
    assert.equal(status.code, 0, status.err);
    const { deliverables, targets, phase } = JSON.parse(status.out);
    assert.equal(phase.number, 1);
    assert.ok(deliverables.total >= 100 && targets.length >= 18);
  });

  test("a second start on the folder is refused and names the first", async () => {
    const second = await cairn(["start"], { env: { ...env, PORT: String(await freePort()) } });
    assert.equal(second.code, 1);
    assert.match(
      second.err,
      new RegExp(`^data_folder\\.in_use: .*process ${running.pid}, running since \\d{4}-`),
    );
    assert.equal(second.out, "");
  });

  test("SIGTERM ends it in order, and its database with it", async () => {
    const pid = findEmbeddedPostgres(data)?.pid;
    assert.ok(pid && isAlive(pid));
    const { code, err } = await running.stop();
    assert.equal(code, 0, err);
    assert.equal(isAlive(pid), false, "the database server is left behind");
  });

  test("started again, it keeps the plan and waits for the owner still", async () => {
    running = await startCairn([], { env });
    const link = await until("the owner's link", () => running.ownerLink());
    assert.equal((await fetch(link)).status, 200);
    const audit = await cairn(
      ["call", "platform.list_audit", "--input", '{"operation":"playbook.import_plan"}'],
      {
        env,
      },
    );
    assert.equal(JSON.parse(audit.out).items.length, 1, "imported once, not again");
  });

  test("SIGINT finishes what was begun before it ends", async () => {
    const { hostname, port } = new URL(running.url);
    const body = JSON.stringify({ metric: "site.posts_published", value: 1, source: "a test" });
    const slow = connect(Number(port), hostname);
    const answer = text(slow);
    slow.write(
      `POST /api/v1/playbook/measurements HTTP/1.1\r\nhost: cairn\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    );
    // Answered on the same connection order only after the server has read the head of the slow one.
    await fetch(`${running.url}/healthz`);
    const stopped = running.stop("SIGINT");
    await until("that it takes no new connection", () => refuses(Number(port), hostname));
    slow.end(body.slice(10));
    assert.match(await answer, /^HTTP\/1\.1 401 /, "the request begun before was answered");
    assert.equal((await stopped).code, 0);
  });
});

async function refuses(port: number, host: string): Promise<boolean> {
  const socket = connect(port, host);
  try {
    await once(socket, "connect");
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}

suite("what is wrong is said before anything is begun", { timeout: 300_000 }, () => {
  test("an unknown setting names the nearest known one", async () => {
    const answer = await cairn(["start"], { env: { CAIRN_DTAA: "/nowhere" } });
    assert.deepEqual(answer, {
      code: 1,
      out: "",
      err: "config.unknown_setting: CAIRN_DTAA is not a setting. Did you mean CAIRN_DATA?\n",
    });
  });

  test("a setting that cannot be is named with its fault", async () => {
    const answer = await cairn(["start"], { env: { PORT: "99999", CAIRN_ROLE: "everything" } });
    assert.equal(answer.code, 1);
    assert.match(answer.err, /^config\.invalid_setting: .*PORT: .*CAIRN_ROLE: /);
  });

  test("a port that is taken ends the start, and no database is left", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const data = temporaryFolder();
    const answer = await cairn(["start"], { env: { CAIRN_DATA: data, PORT: String(port) } });
    other.close();
    assert.equal(answer.code, 1);
    assert.match(answer.err, new RegExp(`^server\\.port_taken: Port ${port} .* set PORT\\.$`, "m"));
    assert.equal(findEmbeddedPostgres(data), undefined);
  });

  test("a data folder that cannot be made is named with what to do", async () => {
    const file = path.join(temporaryFolder(), "a-file");
    writeFileSync(file, "");
    const answer = await cairn(["start"], { env: { CAIRN_DATA: path.join(file, "data") } });
    assert.equal(answer.code, 1);
    assert.match(answer.err, /^data_folder\.unusable: The data folder .* cannot be used: .*CAIRN_DATA/);
  });

  test("a database that does not answer is named", async () => {
    const env = {
      DATABASE_URL: `postgres://cairn:wrong@127.0.0.1:${await freePort()}/cairn`,
      CAIRN_SECRET: "x".repeat(32),
      CAIRN_DATA: temporaryFolder(),
    };
    const answer = await cairn(["start"], { env });
    assert.equal(answer.code, 1);
    assert.match(answer.err, /^database\.unreachable: .*DATABASE_URL/);
    assert.doesNotMatch(answer.err, /wrong/, "no password is printed");
  });

  test("a plan that is none ends the first start", async () => {
    const env = { CAIRN_DATA: temporaryFolder(), PORT: String(await freePort()) };
    const answer = await cairn(["start", "--playbook", "nowhere.md"], { env });
    assert.equal(answer.code, 1);
    assert.match(answer.err, /^plan\.unreadable: .*nowhere\.md cannot be read/m);
  });
});
