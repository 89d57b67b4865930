import { createReadStream } from "node:fs";
import { open, readFile, stat } from "node:fs/promises";
import { refuse } from "#kernel/errors.ts";
import { decodeText } from "#modules/academy/transfer/draft/decode-text.ts";
import { openZip, type ZipSource } from "#modules/academy/transfer/zip/open-zip.ts";

const MAX_TEXT_BYTES = 30_000_000;

async function beginsWith(file: string, bytes: readonly number[]): Promise<boolean> {
  const handle = await open(file);
  try {
    const head = Buffer.alloc(bytes.length);
    await handle.read(head, 0, bytes.length, 0);
    return head.equals(Buffer.from(bytes));
  } finally {
    await handle.close();
  }
}

/** A file that is no archive: a source of itself alone. */
async function openSingle(file: string, fileName: string): Promise<ZipSource> {
  const { size } = await stat(file);
  if (size > MAX_TEXT_BYTES)
    throw refuse("too_large", "academy.import_text_too_large", "The file is too large to be read as text.");
  return {
    paths: [fileName],
    has: (path) => path === fileName,
    bytesOf: () => size,
    text: async () => decodeText(await readFile(file)),
    stream: async function* () {
      yield* createReadStream(file);
    },
    close: () => {},
  };
}

/** Opens what was uploaded: an archive, or one file of text. Errors: `academy.archive_…`, `academy.import_text_too_large`. */
export async function openUpload(file: string, fileName: string): Promise<ZipSource> {
  const isZip = (await beginsWith(file, [0x50, 0x4b])) || /\.(zip|imscc|cairn)$/i.test(fileName);
  return isZip ? openZip(file) : openSingle(file, fileName);
}
