import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, it } from "node:test";
import type { Aside, AsideLimits } from "#kernel/aside/aside.ts";
import { openAside } from "#kernel/aside/open-aside.ts";
import { until } from "#test/process/cairn.ts";

const WORK = new URL("../../../test/fixtures/side-work.ts", import.meta.url);
const PARENT = new URL("../../../test/fixtures/side-parent.ts", import.meta.url).pathname;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("work aside", () => {
  let aside: Aside;
  afterEach(() => aside.close());
  const open = (limits: Partial<AsideLimits> = {}) => {
    aside = openAside(limits);
    return (job: object) => aside.run<string>(WORK, job);
  };

  it("gives the answer of each job to who asked", async () => {
    const run = open();
    const texts = Array.from({ length: 20 }, (_, at) => `text ${at}`);
    assert.deepEqual(await Promise.all(texts.map((text) => run({ do: "echo", text }))), texts);
  });

  it("tells what a job threw, and takes the next", async () => {
    const run = open({ processes: 1 });
    await assert.rejects(run({ do: "throw", text: "no" }), { fault: "failed", message: "no" });
    assert.equal(await run({ do: "echo", text: "yes" }), "yes");
  });

  it("replaces a process that ended", async () => {
    const run = open({ processes: 1 });
    const [gone, next] = await Promise.allSettled([run({ do: "exit" }), run({ do: "echo", text: "yes" })]);
    assert.equal(gone.status === "rejected" && gone.reason.fault, "ended");
    assert.equal(next.status === "fulfilled" && next.value, "yes");
  });

  it("ends a process that blocks", async () => {
    const run = open({ timeoutMs: 800, processes: 1 });
    const [late, next] = await Promise.allSettled([run({ do: "block" }), run({ do: "echo", text: "yes" })]);
    assert.equal(late.status === "rejected" && late.reason.fault, "timeout");
    assert.equal(next.status === "fulfilled" && next.value, "yes");
  });

  it("ends with the process that started it, even when that is killed", async () => {
    open();
    const parent = spawn(process.execPath, [PARENT], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(parent.stdout, "data");
    const pid = Number(String(line));
    assert.equal(isAlive(pid), true);
    parent.kill("SIGKILL");
    await once(parent, "exit");
    // Seen by looking: it is nobody's child here.
    await until("the side process to end", () => !isAlive(pid));
  });
});
