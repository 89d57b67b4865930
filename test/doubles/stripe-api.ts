import { capture, type Fields, invalid, type Kept, StripeRefusal, type StripeState } from "./stripe-state.ts";

const fieldsOf = (value: unknown): Fields => (value ?? {}) as Fields;

const cardError = (intent: Kept, code: string, declineCode: string, message: string) =>
  new StripeRefusal(402, {
    type: "card_error",
    code,
    decline_code: declineCode,
    message,
    payment_intent: structuredClone(intent),
  });

function decline(
  state: StripeState,
  intent: Kept,
  code: string,
  declineCode: string,
  message: string,
): never {
  Object.assign(intent, {
    status: "requires_payment_method",
    payment_method: null,
    last_payment_error: { type: "card_error", code, decline_code: declineCode, message },
  });
  state.tell("payment_intent.payment_failed", intent);
  throw cardError(intent, code, declineCode, message);
}

/** Tries a card on a payment, as the token of the test card says. */
export function tryCard(state: StripeState, intent: Kept, method: string, offSession: boolean): void {
  if (
    !["requires_confirmation", "requires_payment_method", "requires_action"].includes(
      String(intent["status"]),
    )
  )
    throw invalid("payment_intent_unexpected_state", "This PaymentIntent could not be confirmed.", {
      payment_intent: structuredClone(intent),
    });
  if (method === "pm_card_chargeDeclinedInsufficientFunds")
    decline(state, intent, "card_declined", "insufficient_funds", "Your card has insufficient funds.");
  if (method === "pm_card_authenticationRequired" && offSession)
    decline(
      state,
      intent,
      "authentication_required",
      "authentication_required",
      "Your card was declined. This transaction requires authentication.",
    );
  if (method === "pm_card_processing") {
    Object.assign(intent, { status: "processing", payment_method: method });
    state.tell("payment_intent.processing", intent);
    return;
  }
  capture(state, intent, method);
}

function cancelIntent(state: StripeState, intent: Kept, reason: unknown): Kept {
  if (["succeeded", "canceled", "processing"].includes(String(intent["status"])))
    throw invalid("payment_intent_unexpected_state", "You cannot cancel this PaymentIntent.", {
      payment_intent: structuredClone(intent),
    });
  Object.assign(intent, { status: "canceled", cancellation_reason: reason ?? null });
  state.tell("payment_intent.canceled", intent);
  return intent;
}

function makeIntent(state: StripeState, given: Fields): Kept {
  const method = (given["payment_method"] as string | undefined) ?? null;
  if (method) state.get(method, "payment_method");
  return state.add("pi", "payment_intent", {
    amount: Number(given["amount"]),
    amount_received: 0,
    currency: given["currency"],
    customer: given["customer"] ?? null,
    payment_method: method,
    setup_future_usage: given["setup_future_usage"] ?? null,
    description: given["description"] ?? null,
    metadata: fieldsOf(given["metadata"]),
    status: method ? "requires_confirmation" : "requires_payment_method",
    last_payment_error: null,
    latest_charge: null,
    next_action: null,
  });
}

function makeSession(state: StripeState, given: Fields): Kept {
  if (!given["success_url"]) throw invalid("parameter_missing", "Missing required param: success_url.");
  if (given["customer"]) state.get(String(given["customer"]), "customer");
  const line = fieldsOf((given["line_items"] as Fields[] | undefined)?.[0]);
  const price = fieldsOf(line["price_data"]);
  const session = state.add("cs", "checkout.session", {
    mode: given["mode"],
    status: "open",
    payment_status: given["mode"] === "setup" ? "no_payment_required" : "unpaid",
    amount_total: price["unit_amount"] ? Number(price["unit_amount"]) : null,
    currency: price["currency"] ?? given["currency"] ?? null,
    customer: given["customer"] ?? null,
    client_reference_id: given["client_reference_id"] ?? null,
    metadata: fieldsOf(given["metadata"]),
    payment_intent: null,
    setup_intent: null,
    success_url: given["success_url"],
    // What its payment will be made of; Stripe makes it only when the customer pays.
    intent_data: fieldsOf(given["payment_intent_data"]),
  });
  session["url"] = `https://checkout.stripe.test/c/pay/${session.id}`;
  return session;
}

function expire(state: StripeState, session: Kept): Kept {
  if (session["status"] !== "open")
    throw invalid(
      "checkout_session_not_open",
      'Only Checkout Sessions with a status in ["open"] can be expired.',
    );
  Object.assign(session, { status: "expired", url: null });
  state.tell("checkout.session.expired", session);
  return session;
}

function makeRefund(state: StripeState, given: Fields): Kept {
  const intent = state.get(String(given["payment_intent"]), "payment_intent");
  const charge = state.get(String(intent["latest_charge"]), "charge");
  const amount = Number(given["amount"]);
  const left = Number(charge["amount"]) - Number(charge["amount_refunded"]);
  if (left === 0) throw invalid("charge_already_refunded", `Charge ${charge.id} has already been refunded.`);
  if (amount > left)
    throw invalid(
      "amount_too_large",
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left}).`,
    );
  charge["amount_refunded"] = Number(charge["amount_refunded"]) + amount;
  const refund = state.add("re", "refund", {
    amount,
    charge: charge.id,
    currency: intent["currency"],
    payment_intent: intent.id,
    metadata: fieldsOf(given["metadata"]),
    reason: null,
    status: "succeeded",
  });
  state.tell("refund.created", refund);
  return refund;
}

function listOf(found: readonly Kept[], query: Fields): Fields {
  const newestFirst = found.toReversed();
  const after = newestFirst.findIndex(({ id }) => id === query["starting_after"]);
  const limit = Number(query["limit"] ?? 10);
  const page = newestFirst.slice(after + 1, after + 1 + limit);
  return { object: "list", data: page, has_more: newestFirst.length > after + 1 + limit, url: "/v1" };
}

function listEvents(state: StripeState, query: Fields): Fields {
  const types = Object.values(fieldsOf(query["types"]));
  const created = fieldsOf(query["created"]);
  const found = state.events.filter(
    (event) =>
      (types.length === 0 || types.includes(event["type"])) &&
      event.created >= Number(created["gte"] ?? 0) &&
      event.created <= Number(created["lte"] ?? Infinity),
  );
  return listOf(found, query);
}

const byIntent = (state: StripeState, object: string, query: Fields): Fields =>
  listOf(
    [...state.kept.values()].filter(
      (kept) => kept.object === object && kept["payment_intent"] === query["payment_intent"],
    ),
    query,
  );

/** Answers one request. `path` without `/v1/`. */
export function answer(state: StripeState, method: string, path: string, given: Fields): Kept | Fields {
  const [first = "", second = "", third = "", fourth = ""] = path.split("/");
  const isPost = method === "POST";
  if (first === "customers") {
    if (isPost && !second)
      return state.add("cus", "customer", {
        email: given["email"] ?? null,
        name: given["name"] ?? null,
        metadata: fieldsOf(given["metadata"]),
      });
    return state.get(second, "customer");
  }
  if (first === "payment_intents") {
    if (isPost && !second) return makeIntent(state, given);
    const intent = state.get(second, "payment_intent");
    if (third === "cancel") return cancelIntent(state, intent, given["cancellation_reason"]);
    if (third === "confirm")
      tryCard(
        state,
        intent,
        String(given["payment_method"] ?? intent["payment_method"]),
        given["off_session"] === "true",
      );
    return intent;
  }
  if (first === "checkout" && second === "sessions") {
    if (isPost && !third) return makeSession(state, given);
    if (!third) return byIntent(state, "checkout.session", given);
    const session = state.get(third, "checkout.session");
    return fourth === "expire" ? expire(state, session) : session;
  }
  if (first === "refunds") {
    if (isPost && !second) return makeRefund(state, given);
    return second ? state.get(second, "refund") : byIntent(state, "refund", given);
  }
  if (first === "payment_methods" && third === "detach") {
    const card = state.get(second, "payment_method");
    card["customer"] = null;
    return card;
  }
  if (first === "events") return second ? state.get(second, "event") : listEvents(state, given);
  if (["disputes", "setup_intents", "payment_methods", "charges"].includes(first))
    return state.get(second, first);
  throw new StripeRefusal(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${method}: /v1/${path}).`,
  });
}
