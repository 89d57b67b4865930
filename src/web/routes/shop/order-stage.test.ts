import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { orderCookie, readOrder } from "./order-cookie.ts";
import { nextLook, stageOf } from "./order-stage.ts";
import { partnerCookie, readPartner } from "./partner-cookie.ts";

type Order = Parameters<typeof stageOf>[0];

const invoice = {
  fullNumber: "R-1",
  totalMinor: 9700,
  openMinor: 9700,
  currency: "EUR",
  dueOn: "2027-01-18",
};
const order = (given: Partial<Order> = {}): Order => ({
  status: "open",
  provider: "stripe",
  bank: null,
  actionUrl: null,
  trialEndsOn: null,
  invoice,
  ...given,
});
const stage = (given: Partial<Order>, search = "") => stageOf(order(given), new URLSearchParams(search));

describe("the page of an order", () => {
  it("tells what it waits for", () => {
    assert.equal(stage({ status: "paid" }).kind, "paid");
    assert.equal(stage({ invoice: { ...invoice, openMinor: 0 } }).kind, "paid");
    assert.equal(stage({ status: "cancelled" }).kind, "cancelled");
    assert.equal(stage({ status: "paid", trialEndsOn: "2027-01-18", invoice: null }).kind, "trial");
    assert.equal(stage({ provider: "bank_transfer" }).kind, "bank_unknown");
  });

  it("takes people to the provider once, after they ordered, and never to anything but a web page", () => {
    const actionUrl = "https://pay.test/1";
    assert.equal(nextLook(stage({ actionUrl }, "go"), "/thanks/t"), "0; url=https://pay.test/1");
    assert.equal(nextLook(stage({ actionUrl }), "/thanks/t"), null, "who comes back is not sent away again");
    assert.equal(stage({ actionUrl: "javascript:alert(1)" }).kind, "wait");
  });

  it("asks what became of a payment whose payer is back before the provider tells", () => {
    const actionUrl = "https://pay.test/1";
    assert.equal(nextLook(stage({ actionUrl }, "back"), "/thanks/t"), "2; url=/thanks/t?back&look=1");
    assert.equal(
      stage({ actionUrl }, "back&look=10").kind,
      "go",
      "not for ever: they may have come back unpaid",
    );
    assert.equal(stage({ actionUrl, status: "paid" }, "back").kind, "paid");
  });

  it("looks again some times, then says that it is open", () => {
    assert.equal(nextLook(stage({}, "go"), "/thanks/t"), "2; url=/thanks/t?go&look=1");
    assert.equal(nextLook(stage({}, "look=3"), "/thanks/t"), "2; url=/thanks/t?look=4");
    assert.equal(stage({}, "look=10").kind, "unpaid");
    assert.equal(stage({}, "look=-9e9").kind, "wait");
  });
});

describe("what a browser keeps of a purchase", () => {
  it("is the order's secret, out of reach of scripts, and the partner's code", () => {
    const token = "a".repeat(32);
    assert.match(orderCookie(token, true), /^order=a{32}; Path=\/thanks; .*HttpOnly; SameSite=Lax; Secure$/);
    assert.equal(readOrder(`theme=dark; order=${token}`), token);
    assert.equal(readOrder("order=../../etc"), null);
    assert.equal(readPartner(`x=1; ${partnerCookie("ANA-1", false)}`), "ANA-1");
    assert.equal(readPartner("partner=<script>"), null);
  });
});
