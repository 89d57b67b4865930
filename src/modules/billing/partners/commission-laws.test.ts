import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import { isAppError } from "#kernel/errors.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { takeBack } from "#test/factories/partner-shop.ts";
import { BUYER, openShop, pay, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

let house: TestApp;
let shop: Shop;
before(async () => {
  house = await openTestApp();
  shop = await openShop(house);
});
after(() => house.close());

const db = () => house.app.database.db;
const visitor = { kind: "anonymous" } as const;
let count = 0;

async function order(code: string): Promise<string> {
  const priceId = shop["test-course"]?.priceIds.full as string;
  const { token } = await house.call("billing.start_checkout", { priceId, partnerCode: code }, visitor);
  const buyer = { ...BUYER, email: `law${(count += 1)}@example.com` };
  const checkout = await house.call("billing.update_checkout", { token, buyer }, visitor);
  const { reference } = await house.call(
    "billing.place_order",
    {
      token,
      termsSha256: checkout.terms.sha256,
      totalMinor: checkout.quote?.totalMinor ?? 0,
      provider: "bank_transfer",
    },
    visitor,
  );
  const [row] = await rows<{ id: string }>(
    db(),
    sql`SELECT i.id FROM billing.invoice i JOIN billing."order" o ON i.source_key = 'order:' || o.id
        WHERE o.reference = ${reference}`,
  );
  return row?.id ?? "";
}

/** What may happen between a partner and the customers they sent; `of` picks an invoice or a statement. */
type Step =
  | { kind: "order" | "draw" | "wait" }
  | { kind: "pay" | "refund"; of: number; part: number }
  | { kind: "settle" | "cancel" | "return"; of: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom("order", "draw", "wait" as const) }) as fc.Arbitrary<Step>,
  fc.record({
    kind: fc.constantFrom("pay", "refund" as const),
    of: fc.nat(9),
    part: fc.integer({ min: 1, max: 149_700 }),
  }) as fc.Arbitrary<Step>,
  fc.record({
    kind: fc.constantFrom("settle", "cancel", "return" as const),
    of: fc.nat(3),
  }) as fc.Arbitrary<Step>,
);

/** Takes one step; what the house refuses changes nothing. */
async function take(
  one: Step,
  partner: { id: string; code: string },
  made: { invoices: string[]; payments: string[]; statements: string[] },
) {
  const at = (list: string[], index: number) => list[index % Math.max(1, list.length)] ?? "";
  const today = house.clock.now().toZonedDateTimeISO("UTC").toPlainDate().toString();
  const statement = (index: number) => ({ statementId: at(made.statements, index) });
  if (one.kind === "order") made.invoices.push(await order(partner.code));
  if (one.kind === "wait") house.clock.advance({ days: 17 });
  if (one.kind === "draw") {
    const input = { partnerId: partner.id, currency: "USD" };
    made.statements.push((await house.call("billing.draw_commission_statement", input)).id);
  }
  if (one.kind === "pay" && made.invoices.length > 0)
    made.payments.push((await pay(house, at(made.invoices, one.of), one.part)).paymentId);
  if (one.kind === "return" && made.payments.length > 0) await takeBack(house, at(made.payments, one.of));
  if (one.kind === "refund" && made.invoices.length > 0)
    await house.call("billing.refund_invoice", {
      invoiceId: at(made.invoices, one.of),
      amountMinor: one.part,
      reason: "Some of it",
    });
  if (one.kind === "settle" && made.statements.length > 0)
    await house.call("billing.pay_commission_statement", { ...statement(one.of), paidOn: today });
  if (one.kind === "cancel" && made.statements.length > 0)
    await house.call("billing.cancel_commission_statement", statement(one.of));
  await house.drain();
}

/** Rows that break a law: none, whatever happened. */
const broken = (partnerId: string) =>
  rows(
    db(),
    sql`WITH sums AS (
          SELECT c.id, c.accrued_minor, c.clawed_back_minor, c.stated_minor, c.rate_ppm, i.net_minor, i.total_minor,
            i.paid_minor,
            (SELECT coalesce(sum(CASE kind WHEN 'accrued' THEN amount_minor ELSE -amount_minor END), 0)
             FROM billing.commission_entry e WHERE e.commission_id = c.id) AS entries,
            (SELECT coalesce(sum(l.amount_minor), 0) FROM billing.commission_statement_line l
             JOIN billing.commission_statement t ON t.id = l.statement_id AND t.status <> 'cancelled'
             WHERE l.commission_id = c.id) AS stated
          FROM billing.commission c JOIN billing.invoice i ON i.id = c.invoice_id WHERE c.partner_id = ${partnerId})
        SELECT * FROM sums
        WHERE entries <> accrued_minor - clawed_back_minor OR stated <> stated_minor
          OR stated_minor > accrued_minor
          OR accrued_minor - clawed_back_minor <>
             round(round(net_minor::numeric * paid_minor / total_minor) * rate_ppm / 1000000)`,
  );

describe("what partners are owed", () => {
  it("never passes what was earned, adds up, and stands in the books", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
        count += 1;
        const partner = await house.call("billing.create_partner", {
          code: `law-${count}`,
          name: `Law ${count}`,
          email: `law${count}@example.net`,
          ratePpm: 123_457,
        });
        const made = { invoices: [await order(partner.code)], payments: [], statements: [] };
        for (const one of steps)
          await take(one, partner, made).catch((error: unknown) => {
            if (!isAppError(error)) throw error;
          });
        const [sums] = (await house.call("billing.get_partner", { partnerId: partner.id })).sums;
        if (sums) {
          const { accruedMinor, clawedBackMinor, statedMinor, paidMinor, heldMinor, payableMinor } = sums;
          assert.ok(payableMinor <= accruedMinor && paidMinor <= accruedMinor && statedMinor <= accruedMinor);
          assert.equal(heldMinor + payableMinor, accruedMinor - clawedBackMinor - statedMinor);
        }
        assert.deepEqual(await broken(partner.id), []);
      }),
      { numRuns: 12 },
    );
    const { checks } = await verifyLedger(db());
    assert.deepEqual(
      checks.filter(({ ok }) => !ok),
      [],
    );
    const [books] = await rows<{ booked: number; owed: number }>(
      db(),
      sql`SELECT (SELECT -coalesce(sum(amount_minor), 0)::bigint FROM billing.posting
                  WHERE account = 'commissions_payable') AS booked,
            ((SELECT sum(accrued_minor - clawed_back_minor) FROM billing.commission)
             - (SELECT coalesce(sum(amount_minor), 0) FROM billing.commission_statement WHERE status = 'paid'))::bigint AS owed`,
    );
    assert.equal(books?.booked, books?.owed);
  });
});
