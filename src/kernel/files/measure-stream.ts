import { createHash } from "node:crypto";
import { refuse } from "#kernel/errors.ts";
import type { StoredFile } from "#kernel/files/file-store.ts";

const inMegabytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.floor(bytes / 1000)} kB` : `${Math.floor(bytes / 1_000_000)} MB`;

/** The error of a file that is too big, with the limit in words. */
export const tooLarge = (maxBytes: number): Error =>
  refuse("too_large", "files.too_large", `The file is larger than the limit of ${inMegabytes(maxBytes)}.`, {
    data: { maxBytes },
  });

/**
 * Passes bytes through while hashing and counting them; `result` is right once all have passed.
 * Errors: `files.too_large`, thrown into whoever reads.
 */
export function measureStream(content: AsyncIterable<Uint8Array>, maxBytes: number) {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      hash.update(chunk);
      yield chunk;
    }
  }
  return { content: pass(), result: (): StoredFile => ({ sha256: hash.digest("hex"), bytes }) };
}
