import path from "node:path";
import type { Config } from "#kernel/config.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import { openFolderStore } from "#kernel/files/folder-store.ts";

/** Opens the store that the settings name: a bucket when there is one, else the data folder. */
export function openFileStore(_config: Config, folder: string): FileStore {
  return openFolderStore(path.join(folder, "files"));
}
