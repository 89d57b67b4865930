import { answerJobs } from "#kernel/aside/answer-jobs.ts";
import { compileJob, openCompiler } from "#kernel/pdf/compile.ts";
import type { TypstJob } from "#kernel/pdf/typst-job.ts";

const compiler = openCompiler();

// The side process that makes documents, one after the other.
answerJobs<TypstJob>((job) => compileJob(compiler, job));
