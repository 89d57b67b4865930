import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";

const gzipBytes = promisify(gzip);
const WORTH_BYTES = 1024;
const COMPRESSIBLE = /^(text\/|application\/(json|javascript|manifest)|image\/svg)/;

/** One body that is sent again and again; compressed once, at the first request that takes it compressed. */
export interface Representation {
  /** The answer for a request with this `accept-encoding`. */
  respond(acceptEncoding: string | undefined): Promise<Response>;
}

/** Keeps a body with its headers. */
export function keepRepresentation(
  content: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Representation {
  const compressible = content.length >= WORTH_BYTES && COMPRESSIBLE.test(headers["content-type"] ?? "");
  let compressed: Promise<Uint8Array<ArrayBuffer>> | undefined;
  const answer = (body: Uint8Array<ArrayBuffer>, more: Record<string, string>) =>
    new Response(body, { headers: { ...headers, ...more, "content-length": String(body.length) } });
  return {
    respond: async (acceptEncoding = "") => {
      if (!compressible) return answer(content, {});
      if (!/\bgzip\b/.test(acceptEncoding)) return answer(content, { vary: "accept-encoding" });
      compressed ??= gzipBytes(content, { level: constants.Z_BEST_COMPRESSION }) as Promise<
        Uint8Array<ArrayBuffer>
      >;
      return answer(await compressed, { vary: "accept-encoding", "content-encoding": "gzip" });
    },
  };
}
