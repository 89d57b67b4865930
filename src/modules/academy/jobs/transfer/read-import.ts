import { defineJob } from "#kernel/jobs/job.ts";
import { ImportRef } from "#modules/academy/contract/imports.ts";
import { lookThrough } from "#modules/academy/transfer/look-through.ts";

/** Looks through a course that was uploaded, and notes what will come. */
export const readImport = defineJob({
  name: "academy.read_import",
  title: "Look through an uploaded course",
  input: ImportRef,
  expireInSeconds: 3600,
  run: lookThrough,
});
