/**
 * The issuer of a public address as did:web (https://w3c-ccg.github.io/did-method-web/): host, port behind an encoded
 * colon, further parts of the path behind plain ones.
 */
export function issuerOf(publicUrl: string): string {
  const { host, pathname } = new URL(publicUrl);
  const parts = pathname.split("/").filter(Boolean).map(encodeURIComponent);
  return ["did:web", encodeURIComponent(host), ...parts].join(":");
}
