import type { Page } from "playwright-core";
import { read } from "#test/e2e/owner.ts";

interface Offers {
  products: { offers: { prices: { id: string; cycle: string; currency: string }[] }[] }[];
}

let brought = 0;

/** Sends to the API as a visitor whom nobody knows. */
async function asVisitor<T>(origin: string, method: string, path: string, body: unknown): Promise<T> {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** As many customers more: each a visitor who buys the course, whose money the owner then records. */
export async function bringCustomers(page: Page, count: number): Promise<void> {
  const { origin } = new URL(page.url());
  const { products } = await read<Offers>(page, "/public/offers");
  const price = products
    .flatMap(({ offers }) => offers.flatMap(({ prices }) => prices))
    .find(({ cycle, currency }) => cycle === "once" && currency === "USD");
  if (!price) throw new Error("Nothing is sold once");
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
    const paid = await page.request.post(`${origin}/api/v1/billing/invoices/${items[0]?.id}/payments`, {
      data: {
        amountMinor: totalMinor,
        reference: `transfer ${brought}`,
        receivedOn: Temporal.Now.plainDateISO("UTC").toString(),
      },
      headers: { origin },
    });
    if (!paid.ok()) throw new Error(await paid.text());
  }
}
