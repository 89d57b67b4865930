import { createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { refuse } from "#kernel/errors.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import { measureStream } from "#kernel/files/measure-stream.ts";
import { newId } from "#kernel/ids.ts";

/** Keeps files in a folder, named by their SHA-256 under two letters each: `ab/cd/abcd…`. */
export function openFolderStore(folder: string): FileStore {
  const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const has = (sha256: string) =>
    access(place(sha256)).then(
      () => true,
      () => false,
    );
  return {
    has,
    write: async (content, { maxBytes }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const incoming = path.join(folder, `incoming-${newId()}`);
      const measured = measureStream(content, maxBytes);
      const file = await open(incoming, "wx", 0o600);
      try {
        for await (const chunk of measured.content) await file.write(chunk);
        await file.sync();
        await file.close();
        const stored = measured.result();
        await mkdir(path.dirname(place(stored.sha256)), { recursive: true, mode: 0o700 });
        await rename(incoming, place(stored.sha256));
        return stored;
      } catch (error) {
        await file.close().catch(() => {});
        await rm(incoming, { force: true });
        throw error;
      }
    },
    read: async (sha256, range) => {
      if (!(await has(sha256)))
        throw refuse("not_found", "files.not_found", "This file is not stored any more.");
      return createReadStream(place(sha256), range);
    },
    remove: (sha256) => rm(place(sha256), { force: true }),
  };
}
