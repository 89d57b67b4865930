import { refuse } from "#kernel/errors.ts";

const tooLarge = (maxBytes: number) =>
  refuse(
    "too_large",
    "http.body_too_large",
    `The request is larger than ${maxBytes >= 1_000_000 ? `${Math.floor(maxBytes / 1_000_000)} MB` : `${Math.floor(maxBytes / 1000)} kB`}.`,
    { data: { maxBytes } },
  );

/**
 * The request with a body that ends in an error past so many bytes. A length that was said is believed: the server
 * reads no more than that. A body sent in chunks says none, so its bytes are counted as they come.
 * Errors: `http.body_too_large`, at once or into whoever reads.
 */
export function limitBody(request: Request, maxBytes: number): Request {
  const said = request.headers.get("content-length");
  if (Number(said ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (said !== null || request.method === "GET" || request.method === "HEAD" || !request.body) return request;
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) controller.error(tooLarge(maxBytes));
      else controller.enqueue(chunk);
    },
  });
  const { method, headers, signal, url } = request;
  const init = { method, headers, signal, body: request.body.pipeThrough(counted), duplex: "half" };
  return new Request(url, init);
}
