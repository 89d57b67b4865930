import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, suite, test } from "node:test";
import type { z } from "zod";
import { Status } from "#modules/playbook/contract/status.ts";
import { cairn, type Running, SHARED_PLAN, startCairn } from "#test/process/cairn.ts";
import { json, openCaller } from "#test/process/people.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";

const PERSON = "ada@example.com";
const DAY = /^\d{4}-\d\d-\d\d$/;

suite("the command line without a database", { timeout: 300_000 }, () => {
  const env = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", CAIRN_SECRET: "x".repeat(32) };

  test("help names every command and how errors look", async () => {
    const { code, out } = await cairn(["help"], { env });
    assert.equal(code, 0);
    for (const name of "start import export status call migrate token user backup restore doctor clock".split(
      " ",
    ))
      assert.match(out, new RegExp(`^  cairn ${name}\\b`, "m"));
    assert.deepEqual((await cairn([], { env })).out, out);
    assert.match((await cairn(["import", "--help"], { env })).out, /^cairn import FILE /);
  });

  test("import --dry-run --json reads the shared plan as agreed", async () => {
    const reading = await json<{
      encoding: { repaired: boolean; chain: string[]; sha256: string };
      counts: Record<string, number>;
      targets: { line: number; raw: string; op: string; metric: string | null }[];
      nodes: { kind: string; path: string; text: string; lines: [number, number]; parent: string | null }[];
      questions: unknown[];
      skipped: { lines: [number, number]; why: string }[];
      lint: { code: string; lines: [number, number]; message: string }[];
    }>(["import", SHARED_PLAN, "--dry-run", "--json"], { env });
    assert.deepEqual(reading.counts, {
      phases: 3,
      periods: 11,
      objectives: 11,
      workPackages: 24,
      deliverables: 120,
      activities: 120,
      criteria: 120,
      numericCriteria: 9,
      kpis: 30,
      numericKpis: 9,
      successFactorGroups: 3,
      successFactors: 15,
      risks: 10,
      mitigations: 5,
      milestones: reading.counts.milestones,
      overview: 10,
    });
    assert.equal(reading.encoding.repaired, true);
    assert.match(reading.encoding.sha256, /^[0-9a-f]{64}$/);
    assert.equal(reading.targets.length, 18);
    const lines = readFileSync(SHARED_PLAN, "utf8").split("\n");
    for (const { line, op } of reading.targets) {
      assert.ok(line >= 1 && line <= lines.length);
      assert.ok([">=", ">", "<=", "<", "=", "between", "delta"].includes(op));
    }
    const paths = new Set(reading.nodes.map((node) => node.path));
    assert.equal(paths.size, reading.nodes.length, "a path names one node");
    for (const {
      parent,
      lines: [from, to],
    } of reading.nodes) {
      assert.ok(parent === null || paths.has(parent));
      assert.ok(from >= 1 && from <= to && to <= lines.length);
    }
    for (const finding of reading.lint)
      assert.deepEqual(Object.keys(finding).toSorted(), ["code", "lines", "message"]);
  });

  test("a file without a plan says so, in JSON too, and exits 1", async () => {
    const file = path.join(temporaryFolder(), "letter.md");
    writeFileSync(file, "Dear all,\n\nthere is no plan yet.\n");
    const { code, err } = await cairn(["import", file, "--dry-run", "--json"], { env });
    assert.equal(code, 1);
    assert.match(err, /^[a-z_]+\.[a-z_]+: .+\n$/);
  });

  for (const [words, message] of [
    [["dance"], /^cli\.usage: There is no command "dance"/],
    [["import"], /^cli\.usage: Name the Markdown file of the plan\.$/m],
    [["status", "--colour"], /^cli\.usage: .*--colour.*Usage: cairn status/],
    [["call", "playbook.get_status", "--input", "{"], /^cli\.usage: --input must be JSON/],
    [["token", "make"], /^cli\.usage: Write token create, token list or token revoke/],
    [["user"], /^cli\.usage: Name create or reset-link/],
    [["clock", "stop"], /^cli\.usage: Write clock show/],
    [["export", "--format", "pdf"], /^cli\.usage: The format is md or json/],
  ] as const)
    test(`cairn ${words.join(" ")}: exit code 2`, async () => {
      const { code, out, err } = await cairn([...words], { env });
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, message);
    });

  test("a database that does not answer: exit code 1, and the doctor says what to do", async () => {
    const status = await cairn(["status"], { env });
    assert.deepEqual([status.code, status.out], [1, ""]);
    assert.match(status.err, /^database\.unreachable: .*\n$/);
    const doctor = await cairn(["doctor", "--json"], { env });
    assert.equal(doctor.code, 1);
    assert.match(doctor.err, /^doctor\.found_faults: 1 checks? failed\.\n$/);
    const { ok, findings } = JSON.parse(doctor.out);
    assert.equal(ok, false);
    const fault = findings.find(({ check }: { check: string }) => check === "database");
    assert.deepEqual(Object.keys(fault).toSorted(), ["check", "cure", "detail", "ok"]);
  });
});

suite("the command line beside a running house", { timeout: 600_000 }, () => {
  const data = temporaryFolder();
  const place = { env: { CAIRN_DATA: data, CAIRN_SANDBOX: "1" } };
  const folder = temporaryFolder();
  let running: Running;

  before(async () => {
    running = await startCairn(["--playbook", SHARED_PLAN, "--start", "2027-01-04"], place);
  });
  after(() => running.kill());

  test("status --json has the documented shape", async () => {
    const status = await json<z.output<typeof Status>>(["status", "--json"], place);
    assert.deepEqual(Status.parse(status), status);
    for (const key of ["asOf", "plan", "phase", "gate", "targets", "deliverables", "variance", "risks"])
      assert.ok(key in status, key);
    assert.match(status.asOf, DAY);
    assert.equal(status.gate.open, false);
    assert.equal(status.deliverables.total, 120);
    assert.equal(status.risks.length, 10);
    assert.equal(status.targets.length, 18);
    for (const target of status.targets)
      for (const key of [
        "metric",
        "label",
        "value",
        "reason",
        "min",
        "max",
        "state",
        "due",
        "forecast",
        "source",
      ])
        assert.ok(key in target, key);
    assert.match((await cairn(["status"], place)).out, /^Implementation Playbook.*, \d{4}-\d\d-\d\d$/m);
  });

  test("what export writes, import takes as no change", async () => {
    const file = path.join(folder, "plan.md");
    writeFileSync(file, (await cairn(["export", "--format", "md"], place)).out);
    const first = await json<{ changed: boolean; changes: unknown[] }>(["import", file, "--json"], place);
    assert.deepEqual([first.changed, first.changes], [false, []]);
    const text = readFileSync(file, "utf8");
    assert.equal((await cairn(["export"], place)).out, text, "and writes the same again");
    writeFileSync(
      file,
      text.replace("Complete business plan and strategy", "Written business plan and strategy"),
    );
    const second = await json<{ changed: boolean; changes: { change: string }[] }>(
      ["import", file, "--json"],
      place,
    );
    assert.deepEqual([second.changed, second.changes.map(({ change }) => change)], [true, ["changed"]]);
    const exported = await json(["export", "--format", "json"], place);
    assert.equal(typeof exported, "object");
  });

  test("call runs an operation; a refusal goes to standard error with its code", async () => {
    const input = path.join(folder, "input.json");
    writeFileSync(input, '{"metric":"site.posts_published","value":40,"source":"the till"}');
    const output = await json(
      ["call", "playbook.report_measurement", "--input", `@${input}`, "--key", "k"],
      place,
    );
    assert.equal(output.value, 40);
    const again = await json(
      ["call", "playbook.report_measurement", "--input", `@${input}`, "--key", "k"],
      place,
    );
    assert.deepEqual(again, output);
    const unknown = await cairn(["call", "playbook.dance"], place);
    assert.deepEqual(unknown, {
      code: 1,
      out: "",
      err: "operation.unknown: There is no operation playbook.dance.\n",
    });
    const faulty = await cairn(["call", "playbook.report_measurement"], place);
    assert.equal(faulty.code, 1);
    assert.match(faulty.err, /^[a-z_]+\.[a-z_]+: .+\n$/);
  });

  test("a person gets a link, a token opens the API until it is revoked", async () => {
    const link = await json(["user", "create", PERSON, "--name", "Ada", "--role", "editor", "--json"], place);
    assert.match(String(link.url), /^http.*token=/);
    assert.match((await cairn(["user", "reset-link", PERSON], place)).out, /^http\S+token=\S+\n$/);
    const twice = await cairn(["user", "create", PERSON], place);
    assert.equal(twice.code, 1);
    assert.match(twice.err, /^auth\.email_taken: /);

    const made = await json<{ tokenId: string; token: string }>(
      [
        "token",
        "create",
        "a program",
        "--person",
        PERSON,
        "--scopes",
        "playbook:read",
        "--days",
        "7",
        "--json",
      ],
      place,
    );
    const caller = openCaller(running.url, made.token);
    assert.equal((await caller.get("/playbook/status")).status, 200);
    assert.equal((await caller.post("/playbook/measuring", {})).status, 403, "beyond its scopes");
    const { tokens } = await json<{ tokens: { tokenId: string; status: string }[] }>(
      ["token", "list", "--json"],
      place,
    );
    assert.equal(tokens.find(({ tokenId }) => tokenId === made.tokenId)?.status, "active");
    assert.equal(JSON.stringify(tokens).includes(made.token), false);
    await json(["token", "revoke", made.tokenId, "--json"], place);
    assert.equal((await caller.get("/playbook/status")).status, 401);
  });

  test("the clock of a sandbox is moved in every process, any other clock in none", async () => {
    const asOf = async () => (await json(["status", "--json"], place)).asOf;
    const set = await cairn(["clock", "set", "2027-03-01T09:00:00Z"], place);
    assert.deepEqual([set.code, set.out], [0, "2027-03-01T09:00:00Z\n"], set.err);
    assert.equal(await asOf(), "2027-03-01");
    assert.equal((await cairn(["clock", "advance", "P7D"], place)).code, 0);
    assert.match((await cairn(["clock", "show"], place)).out, /^2027-03-08T09:/);
    const { token } = await json<{ token: string }>(
      ["token", "create", "a clock", "--person", PERSON, "--scopes", "*", "--json"],
      place,
    );
    const answer = await openCaller(running.url, token).get("/playbook/status");
    assert.equal(((await answer.json()) as { asOf: string }).asOf, "2027-03-08");
    const real = await cairn(["clock", "advance", "P7D"], { env: { CAIRN_DATA: data } });
    assert.equal(real.code, 1);
    assert.match(real.err, /^clock\.not_a_sandbox: .*CAIRN_SANDBOX=1/);
    assert.equal((await cairn(["clock", "set", "tomorrow"], place)).code, 2);
  });

  test("doctor --json finds everything well, check by check", async () => {
    const { ok, findings } = await json<{ ok: boolean; findings: { check: string; ok: boolean }[] }>(
      ["doctor", "--json"],
      place,
    );
    assert.equal(ok, true);
    for (const check of [
      "node",
      "disk",
      "mail",
      "database",
      "migrations",
      "role",
      "clock",
      "audit",
      "events",
    ])
      assert.ok(
        findings.some((finding) => finding.check === check && finding.ok),
        check,
      );
  });

  test("a backup taken while it works, restored elsewhere, tells the same status", async () => {
    const file = path.join(folder, "house.backup");
    const written = await json(["backup", file, "--json"], place);
    assert.ok(Number(written.rows) > 500, `${written.rows} rows`);
    const elsewhere = path.join(folder, "elsewhere");
    mkdirSync(elsewhere);
    const there = { env: { CAIRN_DATA: elsewhere, CAIRN_SANDBOX: "1" } };
    const restored = await json(["restore", file, "--json"], there);
    assert.equal(restored.rows, written.rows);
    assert.deepEqual(await json(["status", "--json"], there), await json(["status", "--json"], place));
    const again = await cairn(["restore", file], there);
    assert.equal(again.code, 1, "what is there is not replaced unasked");
    assert.match(again.err, /^backup\.[a-z_]+: /);
  });
});
