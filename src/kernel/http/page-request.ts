import { limitBody } from "#kernel/http/limit-body.ts";

interface PageTerms {
  /** Is the public address behind TLS? */
  https: boolean;
  /** Largest form, in bytes. */
  maxBytes: number;
}

/**
 * The request as pages get it: with a bounded form, and under `https:` where people reach the house so. The proxy in
 * front speaks plain http to us, but browsers name the public address in `Origin`, and forms are refused where the two
 * differ. Errors: `http.body_too_large`.
 */
export function pageRequest(request: Request, { https, maxBytes }: PageTerms): Request {
  const bounded = limitBody(request, maxBytes);
  if (!https || request.method === "GET" || request.method === "HEAD") return bounded;
  const { method, headers, signal, body } = bounded;
  return new Request(bounded.url.replace(/^http:/, "https:"), { method, headers, signal, body, ...HALF });
}

// Asked for by the standard where a body is a stream; the types do not know it yet.
const HALF = { duplex: "half" };
