import { randomBytes } from "node:crypto";

const SECRET_BYTES = 32;

/** A new secret of a client: 256 random bits, so that their plain SHA-256 is enough to keep. */
export const newClientSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");
