import { z } from "zod";
import { slug } from "#modules/academy/contract/content.ts";
import { IMPORT_FORMATS, loss } from "#modules/academy/contract/transfer.ts";

export const ImportRef = z.object({ importId: z.uuid() });

/** How many of each there are to come. */
export const importFound = z.object({
  modules: z.number().int(),
  lessons: z.number().int(),
  questions: z.number().int(),
  quizzes: z.number().int(),
  assignments: z.number().int(),
  packages: z.number().int(),
  files: z.number().int(),
});
export type ImportFound = z.output<typeof importFound>;

/**
 * reading: looked through in the background. ready: what will come is known, and waits for a person. writing: comes in.
 * done, failed, cancelled: over; only `done` left anything behind.
 */
export const importStatus = z.enum(["reading", "ready", "writing", "done", "failed", "cancelled"]);

/** Begins with a file that was uploaded (`POST /api/v1/files`). */
export const StartImport = z.object({
  fileId: z.uuid(),
  /** A course that gets what is found, at the end of its draft; left out: a new course. */
  courseId: z.uuid().nullable().default(null),
});

/** Says yes to what was found. */
export const ConfirmImport = z.object({
  importId: z.uuid(),
  /** The address of the new course; left out: the one found. */
  slug: slug.optional(),
});

export const ImportState = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  status: importStatus,
  format: z.enum(IMPORT_FORMATS).nullable(),
  title: z.string(),
  slug: z.string(),
  found: importFound.nullable(),
  lossCount: z.number().int(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  filesDone: z.number().int(),
  filesTotal: z.number().int(),
  /** The course it goes into; once done, the course that was made. */
  courseId: z.uuid().nullable(),
  courseTitle: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export const ImportDetail = ImportState.extend({ losses: z.array(loss) });

export const ListImports = z.object({
  limit: z.number().int().min(1).max(100).default(30),
  cursor: z.uuid().optional(),
});
export const ImportList = z.object({ items: z.array(ImportState), nextCursor: z.uuid().nullable() });

/** What reading found; told by the house itself. */
export const KeepImportReading = z.object({
  importId: z.uuid(),
  format: z.enum(IMPORT_FORMATS),
  title: z.string().max(200),
  slug,
  found: importFound,
  losses: z.array(loss).max(2001),
});

/** Why it came to nothing; told by the house itself. */
export const FailImport = z.object({
  importId: z.uuid(),
  code: z.string().max(100),
  message: z.string().max(1000),
});

export const NoteImportProgress = z.object({
  importId: z.uuid(),
  filesDone: z.number().int().min(0),
  filesTotal: z.number().int().min(0),
});

/** A course whose bytes are in the file store; told by the house itself. */
export const WriteImport = z.object({
  importId: z.uuid(),
  /** A `CourseDraft` as JSON: texts are nested deeper in it than input may be. */
  draft: z.string(),
  losses: z.array(loss).max(2001),
  kept: z
    .array(
      z.object({
        path: z.string(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        bytes: z.number().int().min(0),
        name: z.string(),
        mediaType: z.string(),
      }),
    )
    .max(50_000),
});
