import type { Page } from "playwright-core";
import { assertAccessible } from "#test/e2e/axe.ts";
import { read } from "#test/e2e/owner.ts";

interface Wish {
  /** The words on the price page: `Buy`, `Choose Pro`. */
  link: RegExp;
  email: string;
  provider: "Bank transfer" | "Sandbox";
  /** A code typed on the first page. */
  coupon?: string;
  /** Where the visitor comes from; the prices in euro unless said. */
  from?: string;
}

/** Goes from the prices to an order as a visitor does, and looks at every page on the way. Gives the total shown. */
export async function orderAs(page: Page, url: string, wish: Wish): Promise<string> {
  await page.goto(url + (wish.from ?? "/pricing?currency=EUR"));
  await assertAccessible(page);
  await page.getByRole("link", { name: wish.link }).first().click();
  await page.waitForURL(/checkout\?price/);
  await page.getByRole("button", { name: "Show the total" }).click();
  await page.getByText("Enter your name").first().waitFor();
  await assertAccessible(page);
  await fillIn(page, wish.email);
  if (wish.coupon) {
    await page.getByText("I have a coupon code").click();
    await page.getByLabel("Coupon code").fill(wish.coupon);
  }
  await page.getByRole("button", { name: "Show the total" }).click();
  await page.waitForURL(/checkout\/[\w-]+$/);
  await assertAccessible(page);
  const total = (await page.locator("tfoot td").first().textContent()) ?? "";
  await page.getByLabel(wish.provider).check();
  await page.getByRole("checkbox", { name: /conditions of sale/ }).check();
  await page.getByRole("button", { name: /^Order and pay/ }).click();
  await page.waitForURL(/thanks|sandbox/);
  return total;
}

async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("Country").selectOption("DE");
  await page.getByRole("button", { name: "Set the country" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Your name").fill("Käthe Müller-Lüdenscheidt");
  await page.getByLabel("Street and number").fill("Straße des 17. Juni 135");
  await page.getByLabel("Postcode").fill("10623");
  await page.getByLabel("Town or city").fill("Berlin");
}

interface Mail {
  mailId: string;
  kind: string;
  to: string;
}

/** The texts of the mails to somebody, newest first, as the owner's outbox has them. */
export async function mailsTo(owner: Page, email: string): Promise<string[]> {
  const { items } = await read<{ items: Mail[] }>(owner, "/mail?limit=100");
  const texts: string[] = [];
  for (const { mailId, to } of items)
    if (to.includes(email)) texts.push((await read<{ text: string }>(owner, `/mail/${mailId}`)).text);
  return texts;
}

/** Looks again until there is what is looked for; the test's own time limit ends it. */
export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
  }
}

/** Signs a customer in by the link in a mail. */
export async function signInByMail(page: Page, owner: Page, { url, email }: { url: string; email: string }) {
  await page.goto(`${url}/sign-in/mail`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.waitForURL(/sent/);
  const link = await eventually(async () =>
    (await mailsTo(owner, email)).map((text) => /http\S+sign-in\/link\S+/.exec(text)?.[0]).find(Boolean),
  );
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/account$/);
}
