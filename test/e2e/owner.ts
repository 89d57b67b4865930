import type { Page } from "playwright-core";
import type { RunningHouse } from "#test/e2e/running-house.ts";

/** The person who was there first. */
export const OWNER = { name: "Ana Reyes", email: "ana@example.test", password: "fjord lantern 7 mud" };

/** Follows the one-time link of the first start to an account, and is signed in with it. */
export async function becomeOwner(page: Page, house: RunningHouse): Promise<void> {
  await page.goto(house.ownerLink);
  await page.getByLabel("Your name").fill(OWNER.name);
  await page.getByLabel("E-mail address").fill(OWNER.email);
  await page.getByLabel("New password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Become the owner" }).click();
  await page.waitForURL(/\/console$/);
}

/** First day of a plan whose first phase of six months is nearly over. */
export const nearTheFirstGate = (): string => Temporal.Now.plainDateISO().subtract({ weeks: 24 }).toString();

/** Reads from the API as the person who is signed in on the page. */
export async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(new URL(`/api/v1${path}`, page.url()).href);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Writes through the API as the person who is signed in on the page. */
export async function write(page: Page, path: string, data: unknown): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`${origin}/api/v1${path}`, { data, headers: { origin } });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
}
