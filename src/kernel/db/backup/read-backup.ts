import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { corrupt, reasonOf } from "#kernel/db/backup/errors.ts";
import {
  type BackupEntry,
  type BackupHeader,
  type BackupRow,
  entrySchema,
} from "#kernel/db/backup/format.ts";
import { isAppError } from "#kernel/errors.ts";

const NEWLINE = 10;

/**
 * Gives a backup's entries in order. Whoever reads to the end knows that the file is whole: the last entry is
 * checked against every byte before it. Errors: `backup.corrupt`.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupEntry> {
  const hash = createHash("sha256");
  let whole = false;
  for await (const line of linesOf(file)) {
    if (whole) throw corrupt(file, "something follows its end");
    const entry = parse(line, file);
    if (isEnd(entry)) {
      if (hash.digest("hex") !== entry.end.sha256) throw corrupt(file, "its checksum is wrong");
      whole = true;
    } else add(hash, line);
    yield entry;
  }
  if (!whole) throw corrupt(file, "it ends too early");
}

/** Reads a whole backup and gives its header. Errors: `backup.corrupt`. */
export async function verifyBackup(file: string): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  for await (const entry of readBackup(file)) header ??= headerIn(entry, file);
  if (!header) throw corrupt(file, "it is empty");
  return header;
}

export const isEnd = (entry: BackupEntry) => typeof entry === "object" && "end" in entry;

function headerIn(entry: BackupEntry, file: string): BackupHeader {
  if (typeof entry === "object" && "cairn" in entry) return entry;
  throw corrupt(file, "it does not begin as a backup does");
}

function add(hash: Hash, line: Buffer): void {
  hash.update(line);
  hash.update("\n");
}

function parse(line: Buffer, file: string): BackupEntry {
  try {
    const value: unknown = JSON.parse(line.toString("utf8"));
    return isRow(value) ? value : entrySchema.parse(value);
  } catch (cause) {
    throw corrupt(file, "a line in it makes no sense, or a newer release wrote it", cause);
  }
}

// Nearly every line is a row, and the schema's answer for one takes longer than the rest of the reading.
function isRow(value: unknown): value is BackupRow {
  return Array.isArray(value) && value.every((cell) => cell === null || typeof cell === "string");
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(file);
  const unpacked = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error));
  packed.pipe(unpacked);
  let rest: Buffer[] = [];
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at)]);
        rest = [];
        from = at + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (cause) {
    throw isAppError(cause) ? cause : corrupt(file, reasonOf(cause), cause);
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
  if (rest.length > 0) throw corrupt(file, "it ends in the middle of a line");
}
