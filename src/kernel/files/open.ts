import path from "node:path";
import type { Config } from "#kernel/config.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import { openFolderStore } from "#kernel/files/folder-store.ts";

/** Opens at first use: the S3 client costs start time and memory that most installations never need. */
function atFirstUse(open: () => Promise<FileStore>): FileStore {
  let opened: Promise<FileStore> | undefined;
  const store = () => (opened ??= open());
  return {
    write: async (...args) => (await store()).write(...args),
    read: async (...args) => (await store()).read(...args),
    has: async (sha256) => (await store()).has(sha256),
    remove: async (sha256) => (await store()).remove(sha256),
  };
}

/** Opens the store that the settings name: a bucket when there is one, else the data folder. */
export function openFileStore(config: Config, folder: string): FileStore {
  const bucket = config.CAIRN_S3_BUCKET;
  if (!bucket) return openFolderStore(path.join(folder, "files"));
  return atFirstUse(async () => (await import("#kernel/files/s3-store.ts")).openS3Store(config, bucket));
}
