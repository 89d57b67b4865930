import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answer, tryCard } from "./stripe-api.ts";
import {
  type Fields,
  type Kept,
  openState,
  signature,
  StripeRefusal,
  type StripeState,
} from "./stripe-state.ts";

export const STRIPE_KEY = "sk_test_double";
export const STRIPE_SECRET = "whsec_double";

/** What goes wrong with the next request: it never arrives, it is done but the answer is lost, or Stripe fails. */
export type Fault = "unreached" | "unanswered" | "broken";

/** `a[b][0]=c` as nested objects; lists are objects with numbers, as whoever reads them takes both. */
function parseForm(text: string): Fields {
  const form: Fields = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const keys = name.split(/[[\]]+/).filter(Boolean);
    const last = keys.pop() ?? "";
    let at = form;
    for (const key of keys) {
      at[key] ??= {};
      at = at[key] as Fields;
    }
    at[last] = value;
  }
  return form;
}

/** Replaces ids by the objects themselves along the paths asked for, as `expand` does. */
function expanded(state: StripeState, object: Kept | Fields, paths: readonly string[]): Fields {
  const copy = structuredClone(object);
  delete copy["intent_data"];
  for (const path of paths) {
    let at: Fields = copy;
    for (const key of path.split(".")) {
      const value = at[key];
      if (typeof value === "string") at[key] = structuredClone(state.kept.get(value) ?? null);
      const next = at[key];
      if (!next || typeof next !== "object") break;
      at = next as Fields;
    }
  }
  return copy;
}

interface Saved {
  path: string;
  body: string;
  status: number;
  answer: Fields;
}

/** Same key, same words: the first answer again; other words: an error. Only what began to be done is kept. */
function idempotently(
  saved: Map<string, Saved>,
  key: string | undefined,
  asked: { path: string; body: string },
  work: () => Saved,
) {
  const before = key ? saved.get(key) : undefined;
  if (before && (before.body !== asked.body || before.path !== asked.path))
    throw new StripeRefusal(400, {
      type: "idempotency_error",
      message:
        "Keys for idempotent requests can only be used with the same parameters they were first used with.",
    });
  const done = before ?? work();
  if (key) saved.set(key, done);
  return done;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Starts a double of Stripe's API on loopback: customers, payments, pages, refunds, disputes, events, idempotency keys and
 * signed webhooks, after the public description. It is what the adapter is tested against; the live service it is not.
 */
export async function openStripeDouble(now: () => Temporal.Instant) {
  const state = openState(now);
  const saved = new Map<string, Saved>();
  const faults: Fault[] = [];
  const requests: { method: string; path: string; key: string | undefined; version: string | undefined }[] =
    [];

  function handle(request: IncomingMessage, body: string): Saved {
    const url = new URL(request.url ?? "/", "http://stripe");
    const path = url.pathname.replace(/^\/v1\//, "");
    const { method = "GET" } = request;
    const key = request.headers["idempotency-key"] as string | undefined;
    requests.push({ method, path, key, version: request.headers["stripe-version"] as string | undefined });
    if (request.headers.authorization !== `Bearer ${STRIPE_KEY}`)
      throw new StripeRefusal(401, { type: "invalid_request_error", message: "Invalid API Key provided." });
    const given = parseForm(method === "GET" ? url.search : body);
    const work = () => {
      try {
        const object = answer(state, method, path, given);
        return {
          path,
          body,
          status: 200,
          answer: expanded(state, object, Object.values((given["expand"] ?? {}) as Record<string, string>)),
        };
      } catch (error) {
        // Refusals of a request that was begun are kept under its key too.
        if (error instanceof StripeRefusal && error.status === 402)
          return { path, body, status: error.status, answer: { error: error.error } };
        throw error;
      }
    };
    return method === "POST" ? idempotently(saved, key, { path, body }, work) : work();
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const fault = faults.shift();
    if (fault === "unreached") return void request.socket.destroy();
    let status = 500;
    let content: Fields = { error: { type: "api_error", message: "An unknown error occurred." } };
    try {
      if (fault !== "broken") ({ status, answer: content } = handle(request, body));
    } catch (error) {
      if (!(error instanceof StripeRefusal)) throw error;
      status = error.status;
      content = { error: error.error };
    }
    if (fault === "unanswered") return void request.socket.destroy();
    response.writeHead(status, {
      "content-type": "application/json",
      "request-id": `req_${requests.length}`,
    });
    response.end(JSON.stringify(content));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    faults,
    requests,
    ...customerActs(state),
    /** An event as it is posted to an endpoint: the very bytes and their signature. */
    post(event: Kept, at = now()) {
      const body = JSON.stringify(event, null, 2);
      return { body, headers: { "stripe-signature": signature(body, STRIPE_SECRET, at) } };
    },
    /** How often money was taken for an attempt of ours. */
    captures: (attemptId: string) =>
      [...state.kept.values()].filter(
        (kept) =>
          kept.object === "payment_intent" &&
          kept["status"] === "succeeded" &&
          (kept["metadata"] as Fields)["cairn_attempt"] === attemptId,
      ).length,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type StripeDouble = Awaited<ReturnType<typeof openStripeDouble>>;

/** What happens at Stripe without us: a customer on a page, a bank that disputes, money that comes late. */
function customerActs(state: StripeState) {
  const intentOf = (session: Kept): Kept => {
    const known = session["payment_intent"];
    if (typeof known === "string") return state.get(known);
    const data = session["intent_data"] as Fields;
    const intent = state.add("pi", "payment_intent", {
      amount: session["amount_total"],
      amount_received: 0,
      currency: session["currency"],
      customer: session["customer"],
      payment_method: null,
      setup_future_usage: data["setup_future_usage"] ?? null,
      metadata: data["metadata"] ?? {},
      status: "requires_payment_method",
      last_payment_error: null,
      latest_charge: null,
      next_action: null,
    });
    session["payment_intent"] = intent.id;
    return intent;
  };
  return {
    /** The customer pays on the page with one of Stripe's test cards; a declined one leaves the page open. */
    payOnPage(sessionId: string, card = "pm_card_visa") {
      const session = state.get(sessionId);
      const intent = intentOf(session);
      try {
        tryCard(state, intent, card, false);
      } catch (error) {
        if (error instanceof StripeRefusal) return;
        throw error;
      }
      const isPaid = intent["status"] === "succeeded";
      Object.assign(session, { status: "complete", url: null, payment_status: isPaid ? "paid" : "unpaid" });
      state.tell("checkout.session.completed", session);
    },
    saveOnPage(sessionId: string, card = "pm_card_visa") {
      const session = state.get(sessionId);
      const method = state.get(card);
      method["customer"] = session["customer"];
      const setup = state.add("seti", "setup_intent", {
        status: "succeeded",
        customer: session["customer"],
        payment_method: card,
        usage: "off_session",
      });
      Object.assign(session, { status: "complete", url: null, setup_intent: setup.id });
      state.tell("checkout.session.completed", session);
    },
    /** What was processing comes to an end. */
    settleProcessing(intentId: string, isPaid: boolean) {
      const intent = state.get(intentId);
      intent["status"] = "requires_confirmation";
      try {
        tryCard(state, intent, isPaid ? "pm_card_visa" : "pm_card_chargeDeclinedInsufficientFunds", false);
      } catch (error) {
        if (!(error instanceof StripeRefusal)) throw error;
      }
    },
    dispute(intentId: string, status = "needs_response"): Kept {
      const intent = state.get(intentId);
      const dispute = state.add("dp", "dispute", {
        amount: intent["amount"],
        currency: intent["currency"],
        charge: intent["latest_charge"],
        payment_intent: intentId,
        reason: "product_not_received",
        status,
        balance_transactions: status.startsWith("warning")
          ? []
          : [
              {
                id: "txn_dispute",
                amount: -Number(intent["amount"]),
                currency: intent["currency"],
                fee: 1500,
              },
            ],
      });
      state.tell("charge.dispute.created", dispute);
      return dispute;
    },
    closeDispute(disputeId: string, status: "won" | "lost") {
      const dispute = state.get(disputeId);
      dispute["status"] = status;
      state.tell("charge.dispute.closed", dispute);
    },
    failRefund(refundId: string) {
      const refund = state.get(refundId);
      Object.assign(refund, { status: "failed", failure_reason: "lost_or_stolen_card" });
      state.tell("refund.failed", refund);
    },
  };
}
