import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { driveAttempt } from "#modules/billing/payments/attempts/drive-attempt.ts";
import { driveSetup } from "#modules/billing/payments/methods/drive-setup.ts";
import { paymentsOf } from "#test/factories/payments.ts";
import { buy, openShop, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const code = (wanted: string) => (error: unknown) => (error as { code?: string }).code === wanted;
const refOf = (url: string | null) => url?.split("/").at(-1) ?? "";
const VISITOR: Actor = { kind: "anonymous" };

describe("a customer's payment methods", () => {
  let house: TestApp;
  let shop: Shop;
  before(async () => {
    house = await openTestApp({ env: { CAIRN_SANDBOX: "1" } });
    shop = await openShop(house);
  });
  after(() => house.close());

  async function customer() {
    const { accountId, personId, invoiceId } = await buy(house, shop["test-starter"]!.priceIds["month"]!, {
      buyer: { email: `${newId()}@example.com` },
    });
    const me: Actor = { kind: "person", personId, role: null };
    return { accountId, me, invoiceId: invoiceId! };
  }
  /** Goes to the sandbox's page and decides there. */
  async function save(
    { accountId, me }: { accountId: string; me: Actor },
    script: "succeed" | "decline" = "succeed",
  ) {
    const { setupId } = await house.call("billing.add_my_payment_method", { accountId }, me);
    await driveSetup(paymentsOf(house), setupId);
    const { actionUrl } = await house.call("billing.get_my_method_setup", { setupId }, me);
    await house.call(
      "billing.decide_sandbox_payment",
      { ref: refOf(actionUrl), decision: "pay", script },
      VISITOR,
    );
    await driveSetup(paymentsOf(house), setupId);
    return house.call("billing.get_my_method_setup", { setupId }, me);
  }
  const listed = async ({ me }: { me: Actor }) =>
    (await house.call("billing.list_my_payment_methods", {}, me)).items;

  it("are saved on the provider's page, and the latest is charged", async () => {
    const anna = await customer();
    assert.equal((await save(anna)).status, "succeeded");
    assert.equal((await save(anna, "decline")).status, "succeeded");
    assert.deepEqual(
      (await listed(anna)).map(({ label, isDefault }) => [label, isDefault]),
      [
        ["Sandbox card (decline)", true],
        ["Sandbox card (succeed)", false],
      ],
    );
  });

  it("are saved once, however often the provider tells of it", async () => {
    const anna = await customer();
    const { setupId } = await house.call(
      "billing.add_my_payment_method",
      { accountId: anna.accountId },
      anna.me,
    );
    await driveSetup(paymentsOf(house), setupId);
    const { actionUrl } = await house.call("billing.get_my_method_setup", { setupId }, anna.me);
    await house.call("billing.decide_sandbox_payment", { ref: refOf(actionUrl), decision: "pay" }, VISITOR);
    await Promise.all(Array.from({ length: 10 }, () => driveSetup(paymentsOf(house), setupId)));
    assert.equal((await listed(anna)).length, 1);
  });

  it("are not saved when the customer turns back", async () => {
    const anna = await customer();
    const { setupId } = await house.call(
      "billing.add_my_payment_method",
      { accountId: anna.accountId },
      anna.me,
    );
    await driveSetup(paymentsOf(house), setupId);
    const { actionUrl } = await house.call("billing.get_my_method_setup", { setupId }, anna.me);
    await house.call(
      "billing.decide_sandbox_payment",
      { ref: refOf(actionUrl), decision: "cancel" },
      VISITOR,
    );
    await house.call("billing.check_my_method_setup", { setupId }, anna.me);
    await driveSetup(paymentsOf(house), setupId);
    assert.equal((await house.call("billing.get_my_method_setup", { setupId }, anna.me)).status, "failed");
    assert.deepEqual(await listed(anna), []);
  });

  it("have one default, whoever chooses twenty at once, and another when it is removed", async () => {
    const anna = await customer();
    await save(anna);
    await save(anna);
    const [first, second] = await listed(anna);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        house.call(
          "billing.set_my_default_payment_method",
          { paymentMethodId: (index % 2 ? first : second)!.id },
          anna.me,
        ),
      ),
    );
    assert.equal((await listed(anna)).filter(({ isDefault }) => isDefault).length, 1);
    await house.call("billing.remove_my_payment_method", { paymentMethodId: first!.id }, anna.me);
    assert.deepEqual(
      (await listed(anna)).map(({ id, isDefault }) => [id, isDefault]),
      [[second!.id, true]],
    );
    await assert.rejects(
      house.call("billing.remove_my_payment_method", { paymentMethodId: first!.id }, anna.me),
      code("billing.method_unknown"),
    );
  });

  it("are nobody else's: not to see, to choose, to remove, or to pay for", async () => {
    const [anna, kim] = [await customer(), await customer()];
    await save(anna);
    const [method] = await listed(anna);
    const paymentMethodId = method!.id;
    assert.deepEqual(await listed(kim), []);
    const unknown = code("billing.method_unknown");
    await assert.rejects(
      house.call("billing.remove_my_payment_method", { paymentMethodId }, kim.me),
      unknown,
    );
    await assert.rejects(
      house.call("billing.set_my_default_payment_method", { paymentMethodId }, kim.me),
      unknown,
    );
    await assert.rejects(
      house.call("billing.pay_my_invoice", { invoiceId: kim.invoiceId, paymentMethodId }, kim.me),
      unknown,
    );
    await assert.rejects(
      house.call("billing.pay_my_invoice", { invoiceId: anna.invoiceId }, kim.me),
      code("billing.invoice_unknown"),
    );
    await assert.rejects(
      house.call("billing.add_my_payment_method", { accountId: anna.accountId }, kim.me),
      code("access.forbidden"),
    );
    await assert.rejects(
      house.call("billing.add_my_payment_method", { accountId: anna.accountId }, house.person("owner")),
      code("access.forbidden"),
    );
  });

  it("pay an invoice, and the page does where none is chosen", async () => {
    const anna = await customer();
    await save(anna);
    const [method] = await listed(anna);
    const started = await house.call(
      "billing.pay_my_invoice",
      { invoiceId: anna.invoiceId, paymentMethodId: method!.id },
      anna.me,
    );
    const twice = await house.call("billing.pay_my_invoice", { invoiceId: anna.invoiceId }, anna.me);
    assert.equal(twice.attemptId, started.attemptId, "one at a time");
    await driveAttempt(paymentsOf(house), started.attemptId);
    const done = await house.call(
      "billing.get_my_payment_attempt",
      { attemptId: started.attemptId },
      anna.me,
    );
    assert.equal(done.status, "succeeded");
    assert.equal(
      (await house.call("billing.get_my_invoice", { invoiceId: anna.invoiceId }, anna.me)).status,
      "paid",
    );
  });

  it("can be left for another way to pay", async () => {
    const anna = await customer();
    const { attemptId } = await house.call("billing.pay_my_invoice", { invoiceId: anna.invoiceId }, anna.me);
    await driveAttempt(paymentsOf(house), attemptId);
    await house.call("billing.abandon_my_payment_attempt", { attemptId }, anna.me);
    await house.runJob("billing.abandon_attempt", { attemptId });
    const { status } = await house.call("billing.check_my_payment_attempt", { attemptId }, anna.me);
    assert.equal(status, "abandoned");
    const next = await house.call("billing.pay_my_invoice", { invoiceId: anna.invoiceId }, anna.me);
    assert.notEqual(next.attemptId, attemptId);
  });

  it("are not on offer where nobody keeps them", async () => {
    const plain = await openTestApp();
    const plainShop = await openShop(plain);
    const { accountId, personId, invoiceId } = await buy(
      plain,
      plainShop["test-starter"]!.priceIds["month"]!,
    );
    const me: Actor = { kind: "person", personId, role: null };
    await assert.rejects(
      plain.call("billing.add_my_payment_method", { accountId }, me),
      code("billing.no_saved_methods"),
    );
    await assert.rejects(
      plain.call("billing.pay_my_invoice", { invoiceId: invoiceId! }, me),
      code("billing.provider_unknown"),
    );
    await assert.rejects(
      plain.call("billing.get_sandbox_payment", { ref: `sbx_pay_${newId()}` }, VISITOR),
      code("billing.sandbox_unknown"),
    );
    assert.deepEqual(
      (await plain.call("billing.list_payment_providers", {})).items.map(({ key }) => key),
      ["bank_transfer"],
    );
    await plain.close();
  });

  it("are disputed and lost by the clock, and the access goes with the money", async () => {
    const { accountId, personId, invoiceId } = await buy(house, shop["test-course"]!.priceIds["full"]!, {
      buyer: { email: `${newId()}@example.com` },
      provider: "sandbox",
    });
    const attempt = (await firstRow<{ id: string }>(
      house.app.database.db,
      sql`SELECT id FROM billing.payment_attempt WHERE invoice_id = ${invoiceId}`,
    ))!;
    await driveAttempt(paymentsOf(house), attempt.id);
    const me: Actor = { kind: "person", personId, role: null };
    const { actionUrl } = await house.call("billing.get_my_payment_attempt", { attemptId: attempt.id }, me);
    await house.call(
      "billing.decide_sandbox_payment",
      { ref: refOf(actionUrl), decision: "pay", script: "dispute" },
      VISITOR,
    );
    await driveAttempt(paymentsOf(house), attempt.id);
    const poll = async (days: number) => {
      house.clock.advance({ hours: 24 * days });
      await house.runJob("billing.poll_providers");
      for (const { id } of await rows<{ id: string }>(
        house.app.database.db,
        sql`SELECT id FROM billing.provider_event WHERE status = 'received' ORDER BY id`,
      ))
        await house.runJob("billing.process_provider_event", { providerEventId: id });
      const [found] = (await house.call("billing.list_payments", { accountId })).items;
      const { disputes } = await house.call("billing.get_payment", { paymentId: found!.id });
      const [purchase] = await rows<{ status: string }>(
        house.app.database.db,
        sql`SELECT status FROM billing.purchase WHERE account_id = ${accountId}`,
      );
      return [found!.status, disputes[0]?.status, purchase?.status];
    };
    assert.deepEqual(await poll(4), ["received", undefined, "active"]);
    assert.deepEqual(await poll(2), ["disputed", "open", "active"]);
    assert.deepEqual(await poll(21), ["received", "lost", "refunded"]);
    const verdict = await house.call("billing.verify_ledger", {});
    assert.ok(verdict.ok, JSON.stringify(verdict.checks.filter(({ ok }) => !ok)));
  });
});
