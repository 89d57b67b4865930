import { createVerify, X509Certificate } from "node:crypto";
import { malformed } from "#modules/academy/lrs/refusals.ts";
import { isSameStatement } from "#modules/academy/rules/lrs/comparable-statement.ts";
import { isObject, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** The usage type that makes an attachment a signature of its statement. */
export const SIGNATURE = "http://adlnet.gov/expapi/attachments/signature";

const DIGEST = new Map([
  ["RS256", "RSA-SHA256"],
  ["RS384", "RSA-SHA384"],
  ["RS512", "RSA-SHA512"],
]);

const bad = (what: string) => malformed(`The signature ${what}.`, "attachments");

function readJson(encoded: string, what: string): JsonObject {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, "base64url").toString("utf8"));
    if (isObject(value)) return value;
  } catch {
    // Falls through to the same answer.
  }
  throw bad(`has no JSON object for its ${what}`);
}

/** Is the JWS by the key of the certificate it brings? Whose certificate that is, is for the reader to judge. */
function checkCertificate(chain: unknown, [header, payload, signature]: string[], digest: string): void {
  if (!Array.isArray(chain) || chain.length === 0 || !chain.every((one) => typeof one === "string"))
    throw bad("has an x5c that is no list of certificates");
  try {
    const certificates = chain.map((one: string) => new X509Certificate(Buffer.from(one, "base64")));
    const [leaf, ...issuers] = certificates;
    const isChain = issuers.every((issuer, n) => certificates[n]?.verify(issuer.publicKey));
    const verifies = createVerify(digest).update(`${header}.${payload}`);
    if (leaf && isChain && verifies.verify(leaf.publicKey, signature ?? "", "base64url")) return;
  } catch {
    // Falls through to the same answer.
  }
  throw bad("is not by the certificate it brings");
}

function withoutSignatures(statement: JsonObject): JsonObject {
  const attachments = ((statement.attachments ?? []) as JsonObject[]).filter(
    ({ usageType }) => usageType !== SIGNATURE,
  );
  return { ...statement, attachments };
}

/** A payload need not be a whole statement; then nothing of it can be compared. */
function saysTheSame(payload: JsonObject, statement: JsonObject): boolean {
  if (!isObject(payload.actor) || !isObject(payload.verb) || !isObject(payload.object)) return false;
  return isSameStatement(withoutSignatures(payload), withoutSignatures(statement));
}

/**
 * Checks a signature (xAPI 1.0.3, Data 2.6): a JWS in compact form, RS256, RS384 or RS512, over the statement itself,
 * and by the certificate in `x5c` where there is one. Errors: `academy.lrs_malformed`.
 */
export function verifySignature(jws: Buffer, statement: JsonObject): void {
  const parts = jws.toString("latin1").trim().split(".");
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) throw bad("is no JWS");
  const header = readJson(parts[0] ?? "", "header");
  const digest = typeof header.alg === "string" ? DIGEST.get(header.alg) : undefined;
  if (!digest) throw bad("must be RS256, RS384 or RS512");
  const payload = readJson(parts[1] ?? "", "payload");
  if (header.x5c !== undefined) checkCertificate(header.x5c, parts, digest);
  let same = false;
  try {
    same = saysTheSame(payload, statement);
  } catch {
    // A payload of other shapes than a statement's.
  }
  if (!same) throw bad("is over another statement");
}
