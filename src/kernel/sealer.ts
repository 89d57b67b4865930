import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { refuse } from "#kernel/errors.ts";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps secrets of the house in its database so that a copy of the database alone gives none away: they are encrypted
 * (AES-256-GCM) under a key made of the house's secret, one for each purpose.
 */
export interface Sealer {
  /** `purpose` names what it is, such as `academy.badge_key`; only the same purpose opens it. */
  seal(purpose: string, text: string): string;
  /** Errors: `secret.changed` when it was sealed under another secret, for another purpose, or was tampered with. */
  open(purpose: string, sealed: string): string;
}

const keyOf = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", secret, "cairn.sealer", purpose, 32));

/** Makes the sealer of a process; the secret is asked for when something is first sealed or opened. */
export const createSealer = (secret: () => string): Sealer => ({
  seal: (purpose, text) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, keyOf(secret(), purpose), nonce);
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
  },
  open: (purpose, sealed) => {
    const bytes = Buffer.from(sealed, "base64url");
    try {
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, keyOf(secret(), purpose), nonce);
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    } catch {
      throw refuse(
        "unavailable",
        "secret.changed",
        "Something kept under the house's secret cannot be read. Set CAIRN_SECRET to what it was.",
      );
    }
  },
});
