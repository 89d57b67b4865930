import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { readConfig } from "#kernel/config.ts";
import { newId } from "#kernel/ids.ts";
import type {
  AttemptInHand,
  InvoiceToPay,
  PaymentProvider,
  PaymentResult,
} from "#modules/billing/payments/providers/provider.ts";
import { openStripe } from "#modules/billing/payments/providers/stripe/stripe.ts";
import { openStripeDouble, STRIPE_KEY, STRIPE_SECRET, type StripeDouble } from "#test/doubles/stripe.ts";

const NOW = Temporal.Instant.from("2027-01-04T09:00:00Z");
const code = (wanted: string) => (error: unknown) => (error as { code?: string }).code === wanted;

/** Against the double alone: the live service was never met. */
describe("Stripe behind the port", () => {
  let double: StripeDouble;
  let stripe: PaymentProvider;
  let refs: string[];

  before(async () => {
    double = await openStripeDouble(() => NOW);
    const config = readConfig({
      CAIRN_STRIPE_SECRET_KEY: STRIPE_KEY,
      CAIRN_STRIPE_WEBHOOK_SECRET: STRIPE_SECRET,
      CAIRN_STRIPE_API_BASE: double.url,
    });
    stripe = openStripe(config, NOW);
  });
  after(() => double.close());
  beforeEach(() => {
    refs = [];
    double.faults.length = 0;
  });

  const invoice = (given: Partial<InvoiceToPay> = {}): InvoiceToPay => ({
    invoiceId: newId(),
    fullNumber: "INV-000042",
    description: "Invoice INV-000042",
    amountMinor: 9700,
    currency: "USD",
    customer: { accountId: newId(), email: "anna@example.com", name: "Anna Ahrens", locale: "en", ref: null },
    saveMethod: false,
    ...given,
  });
  const attempt = (card: string | null): AttemptInHand => {
    const attemptId = newId();
    return {
      attemptId,
      idempotencyKey: `cairn-${attemptId}`,
      ref: null,
      method: card ? { ref: card, customerRef: null } : null,
      returnUrl: "http://cairn.test/back",
      cancelUrl: "http://cairn.test/back",
      keepRef: async (ref) => void refs.push(ref),
      keepCustomer: async () => {},
    };
  };
  const succeeded = (result: PaymentResult) => {
    assert.equal(result.status, "succeeded");
    return result as Extract<PaymentResult, { status: "succeeded" }>;
  };
  const refOf = (result: PaymentResult) => result.ref ?? assert.fail("no reference");
  const fetched = async (ref: string) => {
    const found = await stripe.fetch({ ref });
    assert.equal(found.kind, "payment");
    return (found as { result: PaymentResult }).result;
  };

  describe("charging a saved card", () => {
    it("takes the money and tells the fee", async () => {
      const { money, ref } = succeeded(await stripe.charge(invoice(), attempt("pm_card_visa")));
      assert.deepEqual(
        { ...money, receivedAt: money.receivedAt.toString() },
        { ref, amountMinor: 9700, currency: "USD", feeMinor: 311, receivedAt: NOW.toString() },
      );
      assert.deepEqual(refs, [ref], "the reference was kept before the money moved");
    });

    it("asks in the version its library was made for, with a key of the attempt", async () => {
      const inHand = attempt("pm_card_visa");
      await stripe.charge(invoice(), inHand);
      const made = double.requests.findLast(
        ({ method, path }) => method === "POST" && path === "payment_intents",
      );
      assert.equal(made?.key, `${inHand.idempotencyKey}-intent`);
      assert.match(made?.version ?? "", /^20\d\d-\d\d-\d\d\./);
    });

    it("says no when the card says no, and calls the payment off", async () => {
      const result = await stripe.charge(invoice(), attempt("pm_card_chargeDeclinedInsufficientFunds"));
      assert.equal(result.status, "failed");
      assert.equal((result as { code: string }).code, "insufficient_funds");
      assert.equal(double.state.get(refOf(result))["status"], "canceled");
    });

    it("brings the customer back to a page when the bank wants to hear from them", async () => {
      const inHand = attempt("pm_card_authenticationRequired");
      const result = await stripe.charge(invoice(), inHand);
      assert.equal(result.status, "requires_action");
      assert.match((result as { actionUrl: string }).actionUrl, /^https:\/\/checkout\.stripe\.test\//);
      assert.equal(double.state.get(refs[0]!)["status"], "canceled", "the first payment is off");
      double.payOnPage(refOf(result));
      succeeded(await fetched(refOf(result)));
      assert.equal(double.captures(inHand.attemptId), 1);
    });

    it("is pending while a bank thinks about it", async () => {
      const result = await stripe.charge(invoice(), attempt("pm_card_processing"));
      assert.equal(result.status, "pending");
      double.settleProcessing(refOf(result), true);
      succeeded(await fetched(refOf(result)));
    });

    it("fails without a card, and with one that is gone", async () => {
      assert.equal((await stripe.charge(invoice(), attempt(null))).status, "failed");
      assert.equal((await stripe.charge(invoice(), attempt("pm_gone"))).status, "failed");
    });

    it("charges whole units where Stripe counts whole, and not what it cannot count", async () => {
      const { ref } = succeeded(
        await stripe.charge(invoice({ amountMinor: 500, currency: "JPY" }), attempt("pm_card_visa")),
      );
      assert.equal(double.state.get(ref)["amount"], 500);
      const odd = await stripe.charge(
        invoice({ amountMinor: 5124, currency: "KWD" }),
        attempt("pm_card_visa"),
      );
      assert.equal((odd as { code: string }).code, "billing.amount_not_chargeable");
    });

    for (const fault of ["unreached", "unanswered", "broken"] as const)
      for (const request of [0, 1, 2])
        it(`is unknown, and taken once in the end, when request ${request} is ${fault} for good`, async () => {
          const inHand = attempt("pm_card_visa");
          const owed = invoice();
          // The library repeats a request once by itself.
          double.faults.push(...Array(request).fill(undefined), fault, fault);
          const first = await stripe.charge(owed, inHand);
          double.faults.length = 0;
          if (first.status !== "succeeded") {
            assert.equal(first.status, "unknown");
            const asked = refs.at(-1) ? { ref: refs.at(-1)! } : { idempotencyKey: inHand.idempotencyKey };
            const found = await stripe.fetch(asked);
            const again =
              found.kind === "payment"
                ? found.result
                : await stripe.charge(owed, { ...inHand, ref: refs.at(-1) ?? null });
            succeeded(again);
          }
          assert.equal(double.captures(inHand.attemptId), 1);
        });

    it("is unknown, not failed, with a key that opens nothing", async () => {
      const wrong = openStripe(
        readConfig({
          CAIRN_STRIPE_SECRET_KEY: "sk_test_wrong",
          CAIRN_STRIPE_WEBHOOK_SECRET: STRIPE_SECRET,
          CAIRN_STRIPE_API_BASE: double.url,
        }),
        NOW,
      );
      assert.equal((await wrong.charge(invoice(), attempt("pm_card_visa"))).status, "unknown");
      await assert.rejects(wrong.fetch({ ref: "pi_1" }), code("billing.provider_unreachable"));
    });
  });

  describe("a page to pay on", () => {
    it("opens once for an attempt, and is paid", async () => {
      const inHand = attempt(null);
      const paid = invoice({ saveMethod: true });
      const page = await stripe.checkout(paid, inHand);
      assert.equal((await stripe.checkout(paid, inHand)).ref, page.ref, "the same page");
      assert.equal((await fetched(refOf(page))).status, "requires_action");
      double.payOnPage(refOf(page));
      const { money, method } = succeeded(await fetched(refOf(page)));
      assert.equal(money.amountMinor, 9700);
      assert.equal(method?.label, "Visa ending in 4242");
      assert.equal(method?.expiresOn, "2031-08-31");
    });

    it("stays open after a card that was declined on it", async () => {
      const page = await stripe.checkout(invoice(), attempt(null));
      double.payOnPage(refOf(page), "pm_card_chargeDeclinedInsufficientFunds");
      const intent = String(double.state.get(refOf(page))["payment_intent"]);
      assert.equal((await fetched(intent)).status, "requires_action", "also when the payment is asked for");
      double.payOnPage(refOf(page));
      const byIntent = await fetched(intent);
      const byPage = await fetched(refOf(page));
      assert.equal(succeeded(byIntent).money.ref, succeeded(byPage).money.ref);
    });

    it("is closed when it is not wanted, unless it was paid first", async () => {
      const [left, paid] = [
        await stripe.checkout(invoice(), attempt(null)),
        await stripe.checkout(invoice(), attempt(null)),
      ];
      double.payOnPage(refOf(paid));
      const asked = [await stripe.cancel({ ref: refOf(left) }), await stripe.cancel({ ref: refOf(paid) })];
      assert.deepEqual(
        asked.map((found) => (found.kind === "payment" ? found.result.status : found.kind)),
        ["failed", "succeeded"],
      );
    });

    it("saves a card without charging it", async () => {
      const setupId = newId();
      const page = await stripe.setupMethod({
        setupId,
        idempotencyKey: `cairn-${setupId}`,
        currency: "USD",
        customer: invoice().customer,
        returnUrl: "http://cairn.test/back",
        cancelUrl: "http://cairn.test/back",
        keepCustomer: async () => {},
      });
      double.saveOnPage(page.ref);
      const found = await stripe.fetch({ ref: page.ref });
      assert.equal(found.kind, "setup");
      const { setupId: told, result } = found as Extract<typeof found, { kind: "setup" }>;
      assert.equal(told, setupId);
      assert.equal(result.status, "succeeded");
    });
  });

  describe("money that goes back", () => {
    const charged = async () => succeeded(await stripe.charge(invoice(), attempt("pm_card_visa"))).money.ref;
    const request = (paymentRef: string, amountMinor = 1000) => {
      const refundId = newId();
      return { refundId, idempotencyKey: `refund:${refundId}`, paymentRef, amountMinor, currency: "USD" };
    };

    it("goes in parts, each once, and not beyond what there was", async () => {
      const paymentRef = await charged();
      const part = request(paymentRef, 9000);
      const first = await stripe.refund(part);
      assert.deepEqual(await stripe.refund(part), first);
      assert.equal((await stripe.refund(request(paymentRef, 1000))).status, "failed");
      assert.equal((await stripe.refund(request(paymentRef, 700))).status, "succeeded");
    });

    it("is found again when the answer was lost", async () => {
      const part = request(await charged());
      double.faults.push("unanswered", "unanswered");
      assert.equal((await stripe.refund(part)).status, "unknown");
      const found = await stripe.fetch({ idempotencyKey: part.idempotencyKey, paymentRef: part.paymentRef });
      assert.equal(found.kind, "refund");
      assert.equal((found as { refundId: string }).refundId, part.refundId);
      const none = await stripe.fetch({ idempotencyKey: "other", paymentRef: part.paymentRef });
      assert.equal(none.kind, "nothing");
    });

    it("comes back when the bank refuses it", async () => {
      const result = await stripe.refund(request(await charged()));
      double.failRefund(result.ref!);
      const found = await stripe.fetch({ ref: result.ref! });
      assert.equal((found as { result: { status: string } }).result.status, "failed");
    });

    it("is taken by a dispute, and not by an inquiry", async () => {
      const paymentRef = await charged();
      const dispute = double.dispute(paymentRef);
      const found = await stripe.fetch({ ref: dispute.id });
      assert.equal(found.kind, "dispute");
      const { openedAt: _at, ...told } = (found as Extract<typeof found, { kind: "dispute" }>).dispute;
      assert.deepEqual(told, {
        ref: dispute.id,
        paymentRef,
        amountMinor: 9700,
        currency: "USD",
        feeMinor: 1500,
        status: "open",
        reason: "product not received",
      });
      const inquiry = double.dispute(paymentRef, "warning_needs_response");
      assert.equal((await stripe.fetch({ ref: inquiry.id })).kind, "nothing");
    });
  });

  describe("what Stripe tells", () => {
    const event = () =>
      double.state.tell("payment_intent.succeeded", double.state.add("pi", "payment_intent", {}));

    it("is believed with its signature over the very bytes, for five minutes", () => {
      const told = event();
      const { body, headers } = double.post(told);
      const read = stripe.parseWebhook(Buffer.from(body), new Headers(headers));
      assert.equal(read.eventId, told.id);
      assert.equal(read.payload, body);
      const bad = code("billing.webhook_signature");
      const parse = (text: string, given: Record<string, string>) => () =>
        stripe.parseWebhook(Buffer.from(text), new Headers(given));
      assert.throws(parse(body.replace("succeeded", "Succeeded"), headers), bad);
      assert.throws(parse(JSON.stringify(JSON.parse(body)), headers), bad);
      assert.throws(parse(body, {}), bad);
      assert.throws(parse(body, { "stripe-signature": "t=1,v1=00" }), bad);
      assert.throws(parse(body, double.post(told, NOW.subtract({ seconds: 301 })).headers), bad);
      assert.throws(parse("", double.post(told).headers), bad);
    });

    it("is listed whole, oldest first, however many pages", async () => {
      const told = Array.from({ length: 230 }, event).map(({ id }) => id);
      double.state.tell("customer.created", double.state.add("cus", "customer", {}));
      const stretch = await stripe.listSince(null);
      assert.deepEqual(stretch.events.map(({ eventId }) => eventId).slice(-230), told);
      assert.equal(stretch.isBehind, false);
      const again = await stripe.listSince(stretch.cursor);
      assert.ok(again.events.length >= 230, "the last minutes are looked at again");
    });

    it("is read a day at a time after a long silence", async () => {
      const old = String(Math.floor(NOW.subtract({ hours: 60 }).epochMilliseconds / 1000));
      const first = await stripe.listSince(old);
      assert.deepEqual([first.events.length, first.isBehind], [0, true]);
      const second = await stripe.listSince(first.cursor);
      const third = await stripe.listSince(second.cursor);
      assert.deepEqual([second.isBehind, third.isBehind], [true, false]);
      assert.ok(third.events.length > 0);
    });
  });
});
