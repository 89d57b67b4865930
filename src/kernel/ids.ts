import { createHash, randomUUIDv7 } from "node:crypto";

/** A new time-ordered identifier (UUID version 7, RFC 9562). */
export const newId = (): string => randomUUIDv7();

/** SHA-256 of text or bytes, as 64 lower-case hex digits. */
export const sha256Hex = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");
