import type { JsonDocument } from "#modules/academy/certificates/badges/badge-job.ts";
import { keyAddress, type PublicKey } from "#modules/academy/certificates/badges/badge-keys.ts";

const multikey = (key: PublicKey): JsonDocument => ({
  id: keyAddress(key),
  type: "Multikey",
  controller: key.controller,
  publicKeyMultibase: key.publicMultibase,
});

/** The document of an issuer: the keys its badges are and were signed with. */
export const didDocument = (controller: string, keys: readonly PublicKey[]): JsonDocument => ({
  "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
  id: controller,
  verificationMethod: keys.map(multikey),
  assertionMethod: keys.map(keyAddress),
});

/** What a verifier of ours may load, by address: the issuer's document and each of its keys. */
export function keyDocuments(controller: string, keys: readonly PublicKey[]): Record<string, JsonDocument> {
  const own = keys.filter((key) => key.controller === controller);
  return Object.fromEntries([
    [controller, didDocument(controller, own)],
    ...own.map((key) => [
      keyAddress(key),
      { "@context": "https://w3id.org/security/multikey/v1", ...multikey(key) },
    ]),
  ]);
}
