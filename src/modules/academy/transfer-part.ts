import { cancelImport } from "#modules/academy/commands/transfer/cancel-import.ts";
import { confirmImport } from "#modules/academy/commands/transfer/confirm-import.ts";
import { createStarterCourse } from "#modules/academy/commands/transfer/create-starter-course.ts";
import { failImport } from "#modules/academy/commands/transfer/fail-import.ts";
import { keepImportReading } from "#modules/academy/commands/transfer/keep-import-reading.ts";
import { noteImportProgress } from "#modules/academy/commands/transfer/note-import-progress.ts";
import { startImport } from "#modules/academy/commands/transfer/start-import.ts";
import { writeImport } from "#modules/academy/commands/transfer/write-import.ts";
import { readImport } from "#modules/academy/jobs/transfer/read-import.ts";
import { writeImportJob } from "#modules/academy/jobs/transfer/write-import.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { getImport } from "#modules/academy/queries/transfer/get-import.ts";
import { listImports } from "#modules/academy/queries/transfer/list-imports.ts";
import { exportRoutes } from "#modules/academy/transfer/export-routes.ts";

/** Courses in and out. */
export const transferPart = {
  operations: [
    createStarterCourse,
    startImport,
    confirmImport,
    cancelImport,
    getImport,
    listImports,
    keepImportReading,
    failImport,
    noteImportProgress,
    writeImport,
  ],
  jobs: [readImport, writeImportJob],
  routes: [exportRoutes],
} as const satisfies AcademyPart;
