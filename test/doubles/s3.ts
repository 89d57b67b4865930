import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A small S3 over HTTP: objects, ranges, copies and multipart uploads of one bucket, in memory. */
export interface S3Double {
  url: string;
  objects: Map<string, Buffer>;
  /** Multipart uploads that were neither completed nor aborted. */
  openUploads(): number;
  /** How many parts came in. */
  parts: number;
  close(): Promise<void>;
}

interface S3Request {
  method: string;
  key: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

interface S3Answer {
  status: number;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

const xml = (root: string, inner: string): S3Answer => ({
  status: 200,
  body: `<?xml version="1.0"?><${root}>${inner}</${root}>`,
});
const etagOf = (body: Buffer) => `"${createHash("md5").update(body).digest("hex")}"`;
const MISSING: S3Answer = { status: 404, body: "<Error><Code>NoSuchKey</Code></Error>" };

async function read(request: IncomingMessage): Promise<S3Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? "/", "http://s3");
  return {
    method: request.method ?? "GET",
    key: decodeURIComponent(url.pathname).split("/").slice(2).join("/"),
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks),
  };
}

/** Every request must be signed by the known key, over the very bytes that came. */
function isSigned({ headers, body }: S3Request): boolean {
  const claimed = headers["x-amz-content-sha256"];
  const actual = createHash("sha256").update(body).digest("hex");
  return (
    headers.authorization?.startsWith("AWS4-HMAC-SHA256 Credential=trial-key/") === true &&
    (claimed === actual || claimed === "UNSIGNED-PAYLOAD")
  );
}

function getObject(object: Buffer, range: string | undefined): S3Answer {
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? [];
  const body = start && end ? object.subarray(Number(start), Number(end) + 1) : object;
  return { status: start ? 206 : 200, body, headers: { etag: etagOf(object) } };
}

/** Starts the double on loopback; its key is `trial-key`, its bucket any. */
export async function openS3Double(): Promise<S3Double> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Buffer[]>();
  const double = { url: "", objects, parts: 0, openUploads: () => uploads.size, close: async () => {} };

  const multipart = ({ method, key, query, body }: S3Request): S3Answer => {
    if (query.has("uploads")) {
      const id = `upload-${uploads.size + 1}`;
      uploads.set(id, []);
      return xml("InitiateMultipartUploadResult", `<Key>${key}</Key><UploadId>${id}</UploadId>`);
    }
    const id = query.get("uploadId") ?? "";
    const parts = uploads.get(id);
    if (!parts) return MISSING;
    if (method === "PUT") {
      double.parts += 1;
      parts[Number(query.get("partNumber")) - 1] = body;
      return { status: 200, headers: { etag: etagOf(body) } };
    }
    uploads.delete(id);
    if (method === "DELETE") return { status: 204 };
    objects.set(key, Buffer.concat(parts));
    return xml("CompleteMultipartUploadResult", `<Key>${key}</Key><ETag>"x"</ETag>`);
  };

  const answer = (request: S3Request): S3Answer => {
    const { method, key, query, headers, body } = request;
    if (!isSigned(request)) return { status: 403, body: "<Error><Code>AccessDenied</Code></Error>" };
    if (query.has("uploads") || query.has("uploadId")) return multipart(request);
    const source = headers["x-amz-copy-source"];
    if (method === "PUT" && typeof source === "string") {
      const from = objects.get(decodeURIComponent(source).split("/").slice(1).join("/"));
      if (!from) return MISSING;
      objects.set(key, from);
      return xml("CopyObjectResult", `<ETag>${etagOf(from)}</ETag>`);
    }
    if (method === "PUT") {
      objects.set(key, body);
      return { status: 200, headers: { etag: etagOf(body) } };
    }
    if (method === "DELETE") {
      objects.delete(key);
      return { status: 204 };
    }
    const object = objects.get(key);
    return object ? getObject(object, headers.range) : MISSING;
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    read(request).then(
      (parsed) => {
        const { status, body = "", headers = {} } = answer(parsed);
        response.writeHead(status, { "content-length": Buffer.byteLength(body), ...headers });
        response.end(parsed.method === "HEAD" ? "" : body);
      },
      () => response.destroy(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  double.close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return double;
}
