import { defineJob } from "#kernel/jobs/job.ts";
import { ImportRef } from "#modules/academy/contract/imports.ts";
import { bringIn } from "#modules/academy/transfer/bring-in.ts";

/** Brings a course in that a person said yes to. */
export const writeImportJob = defineJob({
  name: "academy.bring_import_in",
  title: "Bring an uploaded course in",
  input: ImportRef,
  expireInSeconds: 3 * 3600,
  run: bringIn,
});
