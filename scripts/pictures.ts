import { mkdirSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext, Browser, BrowserContext, Page } from "playwright-core";
import { bringCustomers } from "#test/e2e/bring-customers.ts";
import { openBrowser } from "#test/e2e/browser.ts";
import { becomeOwner, OWNER, read, write } from "#test/e2e/owner.ts";
import { type RunningHouse, startHouse } from "#test/e2e/running-house.ts";

/*
 * Takes the pictures of README.md and of the prices page: a house of its own on a clock that can be set, which lives
 * through the first twenty weeks of the plan that ships with Cairn, with customers who buy and some who want their money back.
 *
 *     node scripts/pictures.ts
 */

const ROOT = path.resolve(import.meta.dirname, "..");
const WEEKS = 20;

const now = Temporal.Now.plainDateISO("UTC");
const startOn = now.subtract({ days: now.dayOfWeek - 1 });

interface Picture {
  file: string;
  page: string;
  width: number;
  height: number;
  scheme?: "dark";
  scale?: number;
}

const COURSE = "/learn/ai-business-mastery";

const PICTURES: readonly Picture[] = [
  { file: "docs/images/overview.png", page: "/console", width: 1440, height: 900 },
  { file: "docs/images/overview-dark.png", page: "/console", width: 1440, height: 900, scheme: "dark" },
  { file: "docs/images/overview-phone.png", page: "/console", width: 390, height: 844, scale: 2 },
  { file: "docs/images/timeline.png", page: "/console/plan/timeline", width: 1440, height: 900 },
  { file: "public/pictures/course-light.png", page: COURSE, width: 760, height: 570, scale: 2 },
  {
    file: "public/pictures/course-dark.png",
    page: COURSE,
    width: 760,
    height: 570,
    scheme: "dark",
    scale: 2,
  },
];

/** What the company reported, by week of the plan. */
const SERIES: Record<string, (week: number) => number> = {
  "site.posts_published": (week) => Math.min(23, Math.round(week * 1.3)),
  "site.pages_published": (week) => Math.min(7, Math.floor(week / 2.4)),
  "academy.enrollments": (week) => Math.max(0, Math.round((week - 8) * 4.1 + (week % 3))),
  "team.headcount_active": (week) => 3 + Math.floor(week / 6),
};

/** Customers of the course who come in a week; of those of the week before, one in twelve wants the money back. */
const cameIn = (week: number): number => Math.max(0, Math.round((week - 5) * 0.55 + (week % 3)));

/** Subscribers who come in a week. */
const subscribedIn = (week: number): number => (week > WEEKS - 4 ? 4 + (week % 2) : 0);

/** Calls the API as the person who is signed in. */
async function call<T>(
  api: APIRequestContext,
  house: RunningHouse,
  operation: string,
  data?: object,
): Promise<T> {
  const [method = "GET", place = ""] = operation.split(" ");
  const response = await api.fetch(`${house.url}/api/v1${place}`, {
    method,
    data,
    headers: { origin: house.url },
  });
  if (!response.ok()) throw new Error(`${operation}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Reports what no module measures yet. */
async function report(page: Page, week: number): Promise<void> {
  const asOf = startOn.add({ weeks: week }).toString();
  for (const [metric, valueOf] of Object.entries(SERIES))
    await write(page, "/playbook/measurements", {
      metric,
      value: valueOf(week),
      asOf,
      source: "Weekly numbers",
    }).catch((error: unknown) => {
      if (!String(error).includes("playbook.metric_is_live")) throw error;
    });
}

interface Deliverable {
  id: string;
  dueOn: string | null;
}

/** Proves what is due in a week; a few things of the last weeks are still missing. */
async function prove(page: Page, due: readonly Deliverable[], week: number): Promise<void> {
  for (const [index, { id, dueOn }] of due.entries()) {
    const isOfWeek = dueOn !== null && Math.floor(startOn.until(dueOn).days / 7) === week;
    if (isOfWeek && (week < WEEKS - 4 || index % 6 !== 5))
      await write(page, "/playbook/evidence", {
        deliverableIds: [id],
        kind: "link",
        url: `https://files.example.com/${index}`,
        title: "Folder of the work",
      });
  }
}

/** Lives through the weeks: the clock moves on, customers come and go, work is proved, numbers are reported and measured. */
async function liveThrough(page: Page, house: RunningHouse): Promise<void> {
  const { deliverables } = await read<{ deliverables: Deliverable[] }>(
    page,
    "/playbook/deliverables?limit=200",
  );
  let before: string[] = [];
  for (let week = 0; week <= WEEKS; week++) {
    const receivedOn = startOn.add({ weeks: week }).toString();
    if (week > 0) await house.cairn("clock", "set", `${receivedOn}T09:00:00Z`);
    for (const [index, invoiceId] of before.entries())
      if ((week + index) % 12 === 0)
        await write(page, `/billing/invoices/${invoiceId}/refunds`, { reason: "Not what they looked for" });
    before = await bringCustomers(page, cameIn(week), { receivedOn });
    await bringCustomers(page, subscribedIn(week), { receivedOn, offer: "studio-pro" });
    await prove(page, deliverables, week);
    await report(page, week);
    await write(page, "/playbook/measuring", {});
  }
}

/** The owner takes the course as well, to be seen in it. */
async function takeCourse(api: APIRequestContext, house: RunningHouse): Promise<void> {
  await call(api, house, "POST /academy/starter-course", {});
  const owner = { kind: "individual", name: OWNER.name, ownerEmail: OWNER.email };
  const { accountId } = await call<{ accountId: string }>(api, house, "POST /customers", {
    ...owner,
    billingEmail: null,
    taxId: null,
    country: "US",
    region: "OR",
    postcode: "",
    city: "Portland",
    line1: "",
    line2: "",
    currency: "USD",
    locale: "en-GB",
    zone: "UTC",
  });
  await call(api, house, `POST /billing/accounts/${accountId}/entitlements`, {
    key: "academy.course:ai-business-mastery",
    reason: "To be seen in it",
  });
}

async function take(
  browser: Browser,
  house: RunningHouse,
  picture: Picture,
  signedIn: BrowserContext,
): Promise<void> {
  const { file, page: place, width, height, scheme, scale } = picture;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale ?? 1,
    colorScheme: scheme ?? "light",
    storageState: await signedIn.storageState(),
  });
  const page = await context.newPage();
  await page.goto(house.url + place, { waitUntil: "networkidle" });
  await page.screenshot({ path: path.join(ROOT, file) });
  await context.close();
  process.stdout.write(`took  ${file}\n`);
}

mkdirSync(path.join(ROOT, "docs/images"), { recursive: true });
mkdirSync(path.join(ROOT, "public/pictures"), { recursive: true });
const house = await startHouse({ CAIRN_SANDBOX: "1" }, ["--start", startOn.toString()]);
const browser = await openBrowser();
try {
  const context = await browser.newContext();
  const page = await context.newPage();
  await becomeOwner(page, house);
  await call(context.request, house, "PATCH /settings/company", {
    value: { name: "Northlight", zone: "UTC", currency: "USD", locale: "en-GB" },
  });
  await takeCourse(context.request, house);
  await liveThrough(page, house);
  for (const picture of PICTURES) await take(browser, house, picture, context);
} finally {
  await browser.close();
  await house.stop();
}
