import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import type * as Yauzl from "yauzl";
import { isAppError, refuse } from "#kernel/errors.ts";
import { archiveFault } from "#modules/academy/rules/transfer/archive-faults.ts";
import type { CourseSource } from "#modules/academy/transfer/draft/course-source.ts";
import { decodeText } from "#modules/academy/transfer/draft/decode-text.ts";

const load = createRequire(import.meta.url);

/** An archive whose directory was read and found harmless. Close it. */
export interface ZipSource extends CourseSource {
  /** Unpacked size. */
  bytesOf(path: string): number;
  /** The bytes of a file, unpacked as they are read. Errors: `academy.archive_broken`. */
  stream(path: string): AsyncGenerator<Uint8Array>;
  close(): void;
}

/** What systems and editors leave in archives without anybody's wish. */
const LITTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i;

const MAX_TEXT_BYTES = 30_000_000;

const broken = (cause: unknown): Error => {
  if (isAppError(cause)) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/relative path|absolute path|invalid characters/i.test(said))
    return refuse("invalid", "academy.archive_path", "The archive has a file whose name leads out of it.");
  return refuse(
    "invalid",
    "academy.archive_broken",
    "The file is no whole ZIP archive. Make it again, and upload it whole.",
    {
      data: { reason: said.slice(0, 300) },
    },
  );
};

async function readDirectory(zip: Yauzl.ZipFile): Promise<Yauzl.Entry[]> {
  const entries: Yauzl.Entry[] = [];
  // One more than is allowed is enough to know.
  for await (const entry of zip.eachEntry()) if (entries.push(entry) > 20_001) break;
  return entries;
}

const factsOf = (entry: Yauzl.Entry) => ({
  name: entry.fileName,
  compressedBytes: entry.compressedSize,
  bytes: entry.uncompressedSize,
  offset: entry.relativeOffsetOfLocalHeader,
  method: entry.compressionMethod,
  isEncrypted: entry.isEncrypted(),
  unixMode: entry.externalFileAttributes >>> 16,
});

/** Passes bytes on and refuses at the end when they are not those that were packed. */
async function* checked(stream: Readable, entry: Yauzl.Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw broken(error);
  }
  if (sum !== entry.crc32)
    throw refuse(
      "invalid",
      "academy.archive_broken",
      `"${entry.fileName}" is damaged: its checksum is wrong.`,
    );
}

/**
 * Opens a ZIP archive on this machine, after its whole directory was looked through: names that lead out, links,
 * passwords, bombs and files twice are refused before anything is unpacked.
 * Errors: `academy.archive_…` (broken, path, link, encrypted, method, bomb, entries, duplicate).
 */
export async function openZip(file: string): Promise<ZipSource> {
  const { openPromise } = load("yauzl") as typeof Yauzl;
  const zip = await openPromise(file, { autoClose: false }).catch((error: unknown) => {
    throw broken(error);
  });
  const fail = (error: unknown): never => {
    zip.close();
    throw broken(error);
  };
  const entries = await readDirectory(zip).catch(fail);
  const fault = archiveFault(entries.map(factsOf));
  if (fault) fail(refuse("invalid", fault.code, fault.message));
  const files = new Map(
    entries
      .filter(({ fileName }) => !fileName.endsWith("/") && !LITTER.test(fileName))
      .map((entry) => [entry.fileName.normalize("NFC"), entry] as const),
  );
  const entryOf = (path: string): Yauzl.Entry => {
    const entry = files.get(path);
    if (!entry) throw refuse("invalid", "academy.archive_file_missing", `The archive has no file "${path}".`);
    return entry;
  };
  async function* stream(path: string): AsyncGenerator<Uint8Array> {
    const entry = entryOf(path);
    const readable = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
      throw broken(error);
    });
    yield* checked(readable, entry);
  }
  return {
    paths: [...files.keys()].toSorted(),
    has: (path) => files.has(path),
    bytesOf: (path) => entryOf(path).uncompressedSize,
    stream,
    text: async (path) => {
      if (entryOf(path).uncompressedSize > MAX_TEXT_BYTES)
        throw refuse(
          "too_large",
          "academy.import_text_too_large",
          `"${path}" is too large to be read as text.`,
        );
      return decodeText(Buffer.concat(await Array.fromAsync(stream(path))));
    },
    close: () => zip.close(),
  };
}
