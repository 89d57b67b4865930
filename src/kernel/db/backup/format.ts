import { z } from "zod";

/**
 * A backup is a gzip of lines, each a JSON value:
 * a header; then per table an object followed by its rows (arrays of text or null, in the order of its columns);
 * the sequences; per file an object followed by its bytes (strings, base64); at last the end, with the SHA-256 of
 * every byte before it. Values are what PostgreSQL prints for them and reads again, so nothing is rounded.
 */
export const FORMAT_VERSION = 1;

const header = z.object({
  cairn: z.literal("backup"),
  version: z.literal(FORMAT_VERSION),
  createdAt: z.string(),
  /** Version of the server that was read. */
  server: z.string(),
  /** Hashes of the migrations applied, oldest first. */
  migrations: z.array(z.string()),
  /** Version of the job tables, which pg-boss migrates by itself. */
  queueVersion: z.number().nullable(),
  /** The highest transaction id stored in any column, decimal. */
  highestXid: z.string().regex(/^\d+$/),
});
const table = z.object({ schema: z.string(), table: z.string(), columns: z.array(z.string()).min(1) });
const sequence = z.object({
  schema: z.string(),
  sequence: z.string(),
  last: z.string(),
  called: z.boolean(),
});
const file = z.object({ file: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number() });
const end = z.object({ end: z.object({ rows: z.number(), files: z.number(), sha256: z.string() }) });

/** One line of a backup, rows excepted. */
export const entrySchema = z.union([z.string(), table, sequence, file, header, end]);

export type BackupHeader = z.output<typeof header>;
export type BackupTable = z.output<typeof table>;
export type BackupSequence = z.output<typeof sequence>;
export type BackupFile = z.output<typeof file>;
/** The values of one row as text, in the order of the table's columns. */
export type BackupRow = (string | null)[];
export type BackupEntry = z.output<typeof entrySchema> | BackupRow;
