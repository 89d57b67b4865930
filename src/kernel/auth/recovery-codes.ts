import { createHmac, randomInt } from "node:crypto";

const COUNT = 10;
const LENGTH = 12;
const GROUP = 4;
/** Without letters and digits that are mistaken for each other; 12 of them are 59 bits. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const HASHED = "hmac-sha256:";

function makeCode(): string {
  const signs = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return (signs.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}

/** Ten codes for the day the phone is lost, such as `k3vw-8mzt-q2rd`. */
export const makeRecoveryCodes = (): string[] => Array.from({ length: COUNT }, makeCode);

/** What is kept of a code: a hash under the house's key. Case, spaces and dashes do not matter. */
export function hashRecoveryCode(code: string, secret: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, "");
  return HASHED + createHmac("sha256", secret).update(`recovery:${plain}`).digest("hex");
}

/**
 * How better-auth stores its list of codes. It writes the list when codes are made and again, without the used one,
 * after each use: what is hashed already stays as it is.
 */
export const recoveryCodeStore = (secret: string) => ({
  encrypt: async (list: string) => {
    const codes = JSON.parse(list) as string[];
    return JSON.stringify(
      codes.map((code) => (code.startsWith(HASHED) ? code : hashRecoveryCode(code, secret))),
    );
  },
  decrypt: async (list: string) => list,
});
