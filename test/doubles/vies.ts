import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A small VIES over HTTP, after the public description of its REST API. */
export interface ViesDouble {
  url: string;
  /** Bodies of all requests, in order. */
  asked: Record<string, unknown>[];
  /** What to answer for a country and number; the first word of a country's answers counts unless a number has its own. */
  answers: Map<string, ViesBehaviour>;
  close(): Promise<void>;
}

export type ViesBehaviour =
  | "valid"
  | "invalid"
  | "MS_UNAVAILABLE"
  | "SERVICE_UNAVAILABLE"
  | "error_500"
  | "no_json"
  | "hang_up";

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

function answerOf(body: Record<string, unknown>, behaviour: ViesBehaviour): unknown {
  const isAnswer = behaviour === "valid" || behaviour === "invalid";
  return {
    countryCode: body.countryCode,
    vatNumber: body.vatNumber,
    requestDate: "2027-01-04T09:00:00.000Z",
    valid: behaviour === "valid",
    userError: isAnswer ? behaviour.toUpperCase() : behaviour,
    // Given only to who says who asks.
    requestIdentifier: behaviour === "valid" && body.requesterNumber ? "WAPIAAAAYx1234" : "",
    name: behaviour === "valid" ? "EXAMPLE SAS" : "---",
    address: behaviour === "valid" ? "1 RUE DE L'EXEMPLE" : "---",
  };
}

/** Starts the double on a free port of the loopback. */
export async function startVies(): Promise<ViesDouble> {
  const asked: Record<string, unknown>[] = [];
  const answers = new Map<string, ViesBehaviour>();
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method !== "POST" || request.url !== "/rest-api/check-vat-number")
        return void response.writeHead(404).end();
      const body = await read(request);
      asked.push(body);
      const behaviour = answers.get(`${body.countryCode}${body.vatNumber}`) ?? "invalid";
      if (behaviour === "hang_up") return void request.socket.destroy();
      if (behaviour === "error_500") return void response.writeHead(500).end("{}");
      response.writeHead(200, { "content-type": "application/json" });
      response.end(behaviour === "no_json" ? "<html>" : JSON.stringify(answerOf(body, behaviour)));
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rest-api`,
    asked,
    answers,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
