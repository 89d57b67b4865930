import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { buy, openShop, pay } from "#test/factories/shop.ts";
import { openTestApp, START } from "#test/harness.ts";

/** A house with a shop whose customers pay late, and what tests of dunning do there. */
export async function openLateHouse() {
  const house = await openTestApp();
  const shop = await openShop(house);
  const price = (offer: string, name: string) => shop[offer]?.priceIds[name] ?? "";
  const goTo = (day: string, time = "09:30") => house.clock.set(Temporal.Instant.from(`${day}T${time}:00Z`));
  const work = async (day: string, time?: string) => {
    goTo(day, time);
    await house.runJob("billing.run_dunning");
  };
  /** Works every hour of so many days from a day on, as a worker does. */
  const workDays = async (from: string, days: number) => {
    for (let index = 0; index <= days; index += 1)
      await work(Temporal.PlainDate.from(from).add({ days: index }).toString());
  };
  const mails = async (accountEmail: string) =>
    (
      await rows<{ subject: string }>(
        house.app.database.db,
        sql`SELECT subject FROM kernel.mail WHERE to_address = ${accountEmail} AND kind = 'billing.dunning' ORDER BY created_at, id`,
      )
    ).map(({ subject }) => subject.replace(/\S*\d{3,}\S*/g, "№"));
  const stateOf = async (invoiceId: string) =>
    firstRow<{ status: string; step: number; outcome: string | null; suspended: boolean }>(
      house.app.database.db,
      sql`SELECT i.status, d.step, d.outcome, d.suspended_at IS NOT NULL AS suspended
          FROM billing.invoice i JOIN billing.dunning d ON d.invoice_id = i.id WHERE i.id = ${invoiceId}`,
    );
  const subscriptionOf = async (accountId: string) =>
    (
      await firstRow<{ status: string }>(
        house.app.database.db,
        sql`SELECT status FROM billing.subscription WHERE account_id = ${accountId}`,
      )
    )?.status;
  const hasAccess = async (accountId: string) =>
    (await firstRow(
      house.app.database.db,
      sql`SELECT 1 FROM billing.entitlement_grant WHERE account_id = ${accountId} AND until_at IS NULL
          OR account_id = ${accountId} AND until_at > ${house.clock.now().toString()}`,
    )) !== undefined;

  /** A subscriber whose second month, invoiced on 4 February and due on the 11th, is not paid. */
  const lateSubscriber = async (email: string) => {
    const bought = await buy(house, price("test-starter", "month"), { buyer: { email } });
    await pay(house, bought.invoiceId ?? "");
    goTo("2027-02-04");
    await house.runJob("billing.bill_due");
    const invoice = await firstRow<{ id: string }>(
      house.app.database.db,
      sql`SELECT id FROM billing.invoice WHERE account_id = ${bought.accountId} AND source_kind = 'renewal'`,
    );
    return { accountId: bought.accountId, invoiceId: invoice?.id ?? "", email };
  };
  /** Ends everything under way and sets the clock back. */
  const reset = async () => {
    const { db } = house.app.database;
    await db.execute(
      sql`UPDATE billing.dunning SET ended_at = now(), next_at = NULL, outcome = 'stopped' WHERE ended_at IS NULL`,
    );
    await db.execute(sql`UPDATE billing.subscription SET status = 'cancelled' WHERE status <> 'cancelled'`);
    await db.execute(sql`UPDATE billing.instalment SET cancelled_at = now() WHERE invoice_id IS NULL`);
    house.clock.set(Temporal.Instant.from(START));
  };
  return {
    house,
    price,
    goTo,
    work,
    workDays,
    mails,
    stateOf,
    subscriptionOf,
    hasAccess,
    lateSubscriber,
    reset,
  };
}
