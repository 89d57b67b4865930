import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Sent } from "#kernel/aside/answer-jobs.ts";
import { AsideError, type AsideLimits } from "#kernel/aside/aside.ts";

/** One side process. Once it ended or was ended, `isAlive` says so. */
export interface SideProcess {
  run(job: unknown): Promise<unknown>;
  isAlive(): boolean;
  kill(): void;
}

const start = (entry: URL, limits: AsideLimits): ChildProcess =>
  fork(fileURLToPath(entry), [String(limits.memoryBytes)], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: ["--max-old-space-size=256"],
    // No settings and no secrets of ours; and what would fetch something by itself finds no way out.
    env: { HTTPS_PROXY: "http://127.0.0.1:9", HTTP_PROXY: "http://127.0.0.1:9" },
  });

/** Starts a side process; it does not keep this one from ending. */
export function startSideProcess(entry: URL, limits: AsideLimits): SideProcess {
  const child = start(entry, limits);
  let isAlive = true;
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (_code, signal) => resolve(signal ?? "by itself"));
    child.once("error", (error) => resolve(error.message));
  });
  void ended.then(() => {
    isAlive = false;
  });
  // Held only while somebody waits for an answer.
  const hold = (on: boolean) => {
    for (const part of [child, child.channel])
      if (on) part?.ref();
      else part?.unref();
  };
  hold(false);
  const kill = () => {
    isAlive = false;
    child.kill("SIGKILL");
  };
  const run = async (job: unknown): Promise<unknown> => {
    hold(true);
    const answered = Promise.withResolvers<Sent>();
    const onMessage = (sent: unknown) => answered.resolve(sent as Sent);
    child.once("message", onMessage);
    const timer = setTimeout(() => {
      kill();
      answered.reject(new AsideError("timeout", `It took longer than ${limits.timeoutMs} ms`));
    }, limits.timeoutMs);
    void ended.then((how) => answered.reject(new AsideError("ended", `The process ended (${how})`)));
    try {
      child.send(job as object, (error) => error && answered.reject(new AsideError("ended", error.message)));
      const sent = await answered.promise;
      if ("error" in sent) throw new AsideError("failed", sent.error);
      return sent.answer;
    } finally {
      child.off("message", onMessage);
      clearTimeout(timer);
      hold(false);
    }
  };
  return { run, kill, isAlive: () => isAlive };
}
