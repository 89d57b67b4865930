import { mkdirSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext, Browser, BrowserContext } from "playwright-core";
import { openBrowser } from "#test/e2e/browser.ts";
import { type RunningHouse, startHouse } from "#test/e2e/running-house.ts";

/*
 * Takes the pictures of README.md: a house of its own, twenty weeks into the plan that ships with Cairn.
 *
 *     node scripts/pictures.ts
 */

const ROOT = path.resolve(import.meta.dirname, "..");
const FOLDER = path.join(ROOT, "docs/images");
const WEEKS = 20;

const today = Temporal.Now.plainDateISO("UTC");
const startOn = today.subtract({ weeks: WEEKS, days: today.dayOfWeek - 1 });

interface Picture {
  file: string;
  page: string;
  width: number;
  height: number;
  scheme?: "dark";
  scale?: number;
}

const PICTURES: readonly Picture[] = [
  { file: "overview.png", page: "/console", width: 1440, height: 900 },
  { file: "overview-dark.png", page: "/console", width: 1440, height: 900, scheme: "dark" },
  { file: "overview-phone.png", page: "/console", width: 390, height: 844, scale: 2 },
  { file: "timeline.png", page: "/console/plan/timeline", width: 1440, height: 900 },
];

/** What the company reported, by week of the plan. */
const SERIES: Record<string, (week: number) => number> = {
  "site.posts_published": (week) => Math.min(23, Math.round(week * 1.3)),
  "site.pages_published": (week) => Math.min(7, Math.floor(week / 2.4)),
  "academy.enrollments": (week) => Math.max(0, Math.round((week - 8) * 4.1 + (week % 3))),
  "people.customer_retention_rate": (week) =>
    Math.round(84 + Math.min(8, week * 0.42) + ((week * 5) % 3) * 0.4),
  "team.headcount_active": (week) => 3 + Math.floor(week / 6),
};

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

async function becomeOwner(context: BrowserContext, house: RunningHouse): Promise<void> {
  const page = await context.newPage();
  await page.goto(house.ownerLink);
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada Lovelace");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("ada@example.com");
  await page.getByLabel("New password", { exact: true }).fill("lighthouse over the bay 7");
  await page.getByRole("button", { name: "Become the owner" }).click();
  await page.waitForURL(/\/console/);
  await page.close();
}

interface Deliverables {
  deliverables: { id: string; dueOn: string | null }[];
}

/** Reports the plan's numbers and proves most of what was due. */
async function liveThrough(api: APIRequestContext, house: RunningHouse): Promise<void> {
  const company = { name: "Northlight", zone: "UTC", currency: "USD", locale: "en-GB" };
  await call(api, house, "PATCH /settings/company", { value: company });
  for (let week = 0; week <= WEEKS; week++)
    for (const [metric, valueOf] of Object.entries(SERIES)) {
      const asOf = startOn.add({ weeks: week }).toString();
      await call(api, house, "POST /playbook/measurements", {
        metric,
        value: valueOf(week),
        asOf,
        source: "Weekly numbers",
      });
    }
  const { deliverables } = await call<Deliverables>(api, house, "GET /playbook/deliverables?limit=200");
  const due = deliverables.filter(
    ({ dueOn }) => dueOn !== null && dueOn < today.subtract({ weeks: 2 }).toString(),
  );
  for (const [index, { id }] of due.entries())
    if (index % 9 !== 5) {
      const url = `https://files.example.com/${index}`;
      await call(api, house, "POST /playbook/evidence", {
        deliverableIds: [id],
        kind: "link",
        url,
        title: "Folder of the work",
      });
    }
  await call(api, house, "POST /playbook/measuring", {});
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
  await page.screenshot({ path: path.join(FOLDER, file) });
  await context.close();
  process.stdout.write(`took  docs/images/${file}\n`);
}

mkdirSync(FOLDER, { recursive: true });
const house = await startHouse({}, ["--start", startOn.toString()]);
const browser = await openBrowser();
try {
  const context = await browser.newContext();
  await becomeOwner(context, house);
  await liveThrough(context.request, house);
  for (const picture of PICTURES) await take(browser, house, picture, context);
} finally {
  await browser.close();
  await house.stop();
}
