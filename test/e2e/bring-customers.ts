import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { read } from "#test/e2e/owner.ts";

interface Offers {
  products: { offers: { key: string; prices: { id: string; cycle: string; currency: string }[] }[] }[];
}

let brought = 0;

/** Sends to the API as a visitor whom nobody knows. */
async function asVisitor<T>(origin: string, method: string, path: string, body: unknown): Promise<T> {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  // As any program does: slower when it is asked to.
  if (answer.status === 429) {
    await setTimeout(1000 * Number(answer.headers.get("retry-after") ?? 5));
    return asVisitor(origin, method, path, body);
  }
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** What they buy, by the key of its offer, and the day their money came; the course and today when left out. */
interface Brought {
  offer?: string;
  receivedOn?: string;
}

/** As many customers more: each a visitor who buys, whose money the owner then records. Gives their invoices. */
export async function bringCustomers(
  page: Page,
  count: number,
  { offer = "ai-business-mastery", receivedOn = Temporal.Now.plainDateISO("UTC").toString() }: Brought = {},
): Promise<string[]> {
  const invoiceIds: string[] = [];
  const { origin } = new URL(page.url());
  const { products } = await read<Offers>(page, "/public/offers");
  const price = products
    .flatMap(({ offers }) => offers)
    .find(({ key }) => key === offer)
    ?.prices.find(({ cycle, currency }) => ["once", "month"].includes(cycle) && currency === "USD");
  if (!price) throw new Error(`${offer} is not on sale`);
  for (let left = count; left > 0; left -= 1) {
    brought += 1;
    const { token } = await asVisitor<{ token: string }>(origin, "POST", "/checkouts", { priceId: price.id });
    const checkout = await asVisitor<{ terms: { sha256: string }; quote: { totalMinor: number } }>(
      origin,
      "PUT",
      `/checkouts/${token}/buyer`,
      {
        buyer: {
          email: `customer-${brought}@example.test`,
          name: `Customer ${brought}`,
          country: "US",
          region: "OR",
          city: "Portland",
          line1: "1 Main Street",
        },
      },
    );
    const { totalMinor } = checkout.quote;
    const order = await asVisitor<{ invoice: { fullNumber: string } }>(
      origin,
      "POST",
      `/checkouts/${token}/order`,
      {
        termsSha256: checkout.terms.sha256,
        totalMinor,
        provider: "bank_transfer",
      },
    );
    const { items } = await read<{ items: { id: string }[] }>(
      page,
      `/billing/invoices?text=${order.invoice.fullNumber}`,
    );
    invoiceIds.push(items[0]?.id ?? "");
    const paid = await page.request.post(`${origin}/api/v1/billing/invoices/${items[0]?.id}/payments`, {
      data: {
        amountMinor: totalMinor,
        reference: `transfer ${brought}`,
        receivedOn,
      },
      headers: { origin },
    });
    if (!paid.ok()) throw new Error(await paid.text());
  }
  return invoiceIds;
}
