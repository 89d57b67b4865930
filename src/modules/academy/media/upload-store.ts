import path from "node:path";
import type { DataStore } from "@tus/server";
import { type Config, dataFolder } from "#kernel/config.ts";

/** How long an upload may lie unfinished, in milliseconds: a weekend with a laptop closed. */
export const UNFINISHED_MS = 3 * 24 * 3600 * 1000;

const ROOT = path.resolve(import.meta.dirname, "../../../..");

/** Size of the parts a bucket gets, in bytes. */
const PART = 16 * 1024 * 1024;

/** Where parts of unfinished uploads are kept: beside the files of the house. Loaded with the first upload. */
export async function openUploadStore(config: Config): Promise<DataStore> {
  const bucket = config.CAIRN_S3_BUCKET;
  if (!bucket) {
    const { FileStore } = await import("@tus/file-store");
    const directory = path.join(dataFolder(config, ROOT), "uploads");
    return new FileStore({ directory, expirationPeriodInMilliseconds: UNFINISHED_MS });
  }
  const { S3Store } = await import("@tus/s3-store");
  const { CAIRN_S3_ACCESS_KEY_ID: accessKeyId, CAIRN_S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  return new S3Store({
    partSize: PART,
    expirationPeriodInMilliseconds: UNFINISHED_MS,
    s3ClientConfig: {
      bucket,
      endpoint: config.CAIRN_S3_ENDPOINT,
      region: config.CAIRN_S3_REGION,
      forcePathStyle: config.CAIRN_S3_ENDPOINT !== undefined,
      ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    },
  });
}
