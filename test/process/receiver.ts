import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One delivery as it came in. */
export interface Delivery {
  id: string;
  body: { type?: string };
  /** Answers a delivery that was held. */
  release(): void;
}

/** A receiver of webhooks that can leave deliveries without an answer. */
export interface Receiver {
  url: string;
  deliveries: Delivery[];
  /** While true, deliveries get no answer. */
  holding: boolean;
  close(): void;
}

/** Listens on loopback. */
export async function openReceiver(): Promise<Receiver> {
  const server = createServer(async (request, response: ServerResponse) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const release = () => void response.writeHead(200).end();
    receiver.deliveries.push({ id: String(request.headers["webhook-id"]), body: JSON.parse(body), release });
    if (!receiver.holding) release();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    deliveries: [],
    holding: false,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
}
