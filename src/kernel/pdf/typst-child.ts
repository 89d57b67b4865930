import { answerJobs } from "#kernel/aside/answer-jobs.ts";
import { compileJob, openCompilers } from "#kernel/pdf/compile.ts";
import type { TypstJob } from "#kernel/pdf/typst-job.ts";

const compilerFor = openCompilers();

// The side process that makes documents, one after the other.
answerJobs<TypstJob>((job) => compileJob(compilerFor(job), job));
