import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { refuse } from "#kernel/errors.ts";
import type { RenderLimits } from "#kernel/pdf/renderer.ts";
import type { TypstAnswer, TypstJob } from "#kernel/pdf/typst-job.ts";

const CHILD = fileURLToPath(new URL("./typst-child.ts", import.meta.url));

/** One process that renders. After a failure of its own (not of a template) it is dead, and `isAlive` says so. */
export interface TypstProcess {
  run(job: TypstJob): Promise<TypstAnswer>;
  isAlive(): boolean;
  kill(): void;
}

const start = (limits: RenderLimits): ChildProcess =>
  fork(CHILD, [String(limits.memoryBytes)], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: ["--max-old-space-size=256"],
    // Nothing of ours, and no way out: a template that names a package of the network does not get it.
    env: { HTTPS_PROXY: "http://127.0.0.1:9", HTTP_PROXY: "http://127.0.0.1:9" },
  });

const timedOut = () =>
  refuse("unavailable", "pdf.timeout", "Making this document took too long. Try again in a minute.");
const died = (signal: string | null) => ({
  error: `The process that renders ended (${signal ?? "by itself"})`,
});

/** Starts a process; it lives until killed, and does not keep this one from ending. */
export function startTypst(limits: RenderLimits): TypstProcess {
  const child = start(limits);
  let isAlive = true;
  const ended = new Promise<string | null>((resolve) => {
    child.once("exit", (_code, signal) => resolve(signal));
    child.once("error", (error) => resolve(error.message));
  });
  void ended.then(() => {
    isAlive = false;
  });
  const hold = (on: boolean) => {
    if (on) child.ref();
    else child.unref();
    if (on) child.channel?.ref();
    else child.channel?.unref();
  };
  hold(false);
  const kill = () => {
    isAlive = false;
    child.kill("SIGKILL");
  };
  const run = async (job: TypstJob): Promise<TypstAnswer> => {
    hold(true);
    const answered = new Promise<TypstAnswer>((resolve) =>
      child.once("message", (answer) => resolve(answer as TypstAnswer)),
    );
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      kill();
      late.reject(timedOut());
    }, limits.timeoutMs);
    try {
      child.send(job, (error) => error && late.reject(error));
      return await Promise.race([answered, ended.then(died), late.promise]);
    } finally {
      clearTimeout(timer);
      hold(false);
    }
  };
  return { run, kill, isAlive: () => isAlive };
}
