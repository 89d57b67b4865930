import { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { Config } from "#kernel/config.ts";
import { refuse } from "#kernel/errors.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import { measureStream } from "#kernel/files/measure-stream.ts";
import { newId } from "#kernel/ids.ts";

const isMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;

const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

function openClient(config: Config): S3Client {
  const { CAIRN_S3_ACCESS_KEY_ID: accessKeyId, CAIRN_S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  return new S3Client({
    region: config.CAIRN_S3_REGION,
    endpoint: config.CAIRN_S3_ENDPOINT,
    // Stores other than Amazon's seldom answer at bucket.host, nor to checksums newer than they are.
    forcePathStyle: config.CAIRN_S3_ENDPOINT !== undefined,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  });
}

/** Keeps files in a bucket of an S3-compatible store, under the same names as the folder store. */
export function openS3Store(config: Config, bucket: string): FileStore {
  const client = openClient(config);
  const at = (Key: string) => ({ Bucket: bucket, Key });
  const has = async (sha256: string) => {
    try {
      await client.send(new HeadObjectCommand(at(keyOf(sha256))));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  };
  return {
    has,
    // The name is known only when the last byte has passed, so bytes come in under another and are copied inside.
    write: async (content, { maxBytes }) => {
      const incoming = at(`incoming/${newId()}`);
      const measured = measureStream(content, maxBytes);
      const upload = new Upload({ client, params: { ...incoming, Body: Readable.from(measured.content) } });
      await upload.done();
      try {
        const stored = measured.result();
        if (!(await has(stored.sha256)))
          await client.send(
            new CopyObjectCommand({ ...at(keyOf(stored.sha256)), CopySource: `${bucket}/${incoming.Key}` }),
          );
        return stored;
      } finally {
        await client.send(new DeleteObjectCommand(incoming));
      }
    },
    read: async (sha256, range) => {
      try {
        const Range = range && `bytes=${range.start}-${range.end}`;
        const { Body } = await client.send(new GetObjectCommand({ ...at(keyOf(sha256)), Range }));
        return Body as Readable;
      } catch (error) {
        if (isMissing(error))
          throw refuse("not_found", "files.not_found", "This file is not stored any more.");
        throw error;
      }
    },
    remove: async (sha256) => {
      await client.send(new DeleteObjectCommand(at(keyOf(sha256))));
    },
  };
}
