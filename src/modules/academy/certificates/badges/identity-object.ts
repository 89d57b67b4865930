import { randomBytes } from "node:crypto";
import { sha256Hex } from "#kernel/ids.ts";

/**
 * Who a badge is of: the e-mail address, hashed with a salt of its own or as it is. An IdentityObject of Open Badges 3.0:
 * `sha256$` and the hash of the address followed by the salt.
 */
export function identityObject(email: string, identifier: "hashed" | "plain"): Record<string, unknown> {
  const known = { type: "IdentityObject", identityType: "emailAddress" };
  if (identifier === "plain") return { ...known, hashed: false, identityHash: email };
  const salt = randomBytes(16).toString("hex");
  return { ...known, hashed: true, salt, identityHash: `sha256$${sha256Hex(email + salt)}` };
}
