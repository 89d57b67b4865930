import { type LookupAddress, promises as dns } from "node:dns";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicAddress, literalAddress } from "#kernel/webhooks/public-address.ts";

const TIMEOUT_MS = 10_000;
const MAX_RESPONSE_BYTES = 2048;

export interface WebhookRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface PostOptions {
  allowPrivate: boolean;
  /** All addresses of a name; the system's resolver unless given. */
  resolve?: (name: string) => Promise<LookupAddress[]>;
}

/** What came back. `status` is missing when nothing did, and then `error` says why. */
export interface WebhookAnswer {
  status?: number;
  error?: string;
  /** The first 2 KB of the answer. */
  response?: string;
  durationMs: number;
}

/** The addresses to connect to: resolved once, all checked, so that no second look-up can point elsewhere. */
async function addressesOf(url: URL, { allowPrivate, resolve }: PostOptions): Promise<LookupAddress[]> {
  const literal = literalAddress(url);
  const look = resolve ?? ((name: string) => dns.lookup(name, { all: true }));
  const addresses = literal
    ? [{ address: literal, family: literal.includes(":") ? 6 : 4 }]
    : await look(url.hostname);
  if (addresses.length === 0) throw new Error("The name of the receiver has no address.");
  if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address)))
    throw new Error("The receiver is at a private address, which is not allowed here.");
  return addresses;
}

const pinned =
  (addresses: LookupAddress[]): LookupFunction =>
  (_name, options, found) => {
    const [first] = addresses;
    if (options.all || !first) found(null, addresses);
    else found(null, first.address, first.family);
  };

async function readStart(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MAX_RESPONSE_BYTES) break;
  }
  // PostgreSQL keeps no NUL in text.
  return Buffer.concat(chunks).subarray(0, MAX_RESPONSE_BYTES).toString("utf8").replaceAll("\0", "");
}

function send({ url, headers, body }: WebhookRequest, addresses: LookupAddress[]): Promise<IncomingMessage> {
  const start = url.startsWith("https:") ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = start(url, {
      method: "POST",
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
      lookup: pinned(addresses),
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    request.on("response", resolve);
    request.on("error", reject);
    request.end(body);
  });
}

const inWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "AbortError" || error.name === "TimeoutError")
    return `The receiver did not answer within ${TIMEOUT_MS / 1000} seconds.`;
  return error.message || ("code" in error ? String(error.code) : error.name);
};

/** Posts to a receiver; follows no redirect and never throws. */
export async function postWebhook(given: WebhookRequest, options: PostOptions): Promise<WebhookAnswer> {
  const started = performance.now();
  const durationMs = () => Math.round(performance.now() - started);
  try {
    const url = new URL(given.url);
    const response = await send(given, await addressesOf(url, options));
    const text = await readStart(response);
    response.destroy();
    return { status: response.statusCode, response: text, durationMs: durationMs() };
  } catch (error) {
    return { error: inWords(error), durationMs: durationMs() };
  }
}
