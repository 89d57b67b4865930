import type { Readable } from "node:stream";

/** A stored file: its name is the SHA-256 of its bytes. */
export interface StoredFile {
  sha256: string;
  bytes: number;
}

/** Bytes from `start` to `end`, both counted from 0 and both included, as HTTP counts them. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where bytes are kept: a local folder or an S3-compatible bucket. Content-addressed, so writing twice is harmless. */
export interface FileStore {
  /** Streams bytes in. Errors: `files.too_large` past `maxBytes`, and then nothing is kept. */
  write(content: AsyncIterable<Uint8Array>, options: { maxBytes: number }): Promise<StoredFile>;
  /** Streams bytes out, all or a part. Errors: `files.not_found`. */
  read(sha256: string, range?: ByteRange): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** Removes a file nothing refers to any more. */
  remove(sha256: string): Promise<void>;
}
