import { Worker } from "node:worker_threads";
import { compileJob, openCompiler } from "#kernel/pdf/compile.ts";
import type { TypstAnswer, TypstJob } from "#kernel/pdf/typst-job.ts";

/*
 * The process that renders, one document after the other. Compiling blocks it, so a thread of its own watches over
 * memory and over the parent (see typst-watchdog.ts), and the parent ends it when time is up.
 */
const compiler = openCompiler();
const watchdog = new Worker(new URL("./typst-watchdog.ts", import.meta.url), {
  workerData: { memoryBytes: Number(process.argv[2]), parent: process.ppid },
});
watchdog.unref();

function answer(job: TypstJob): TypstAnswer {
  try {
    return compileJob(compiler, job);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

process.on("message", (job: TypstJob) => process.send?.(answer(job)));
process.on("disconnect", () => process.exit());
