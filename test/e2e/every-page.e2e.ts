import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible } from "#test/e2e/axe.ts";
import { noteFaults } from "#test/e2e/faults.ts";
import { ownerJourney } from "#test/e2e/journey.ts";
import { read, write } from "#test/e2e/owner.ts";

type Id = { id: string };

/** A customer with names as long as they come. */
const CUSTOMER = {
  kind: "organisation",
  name: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH",
  billingEmail: null,
  taxId: null,
  country: "AT",
  region: "",
  postcode: "1020",
  city: "Wien",
  line1: "Handelskai 265",
  line2: "",
  currency: "EUR",
  locale: "de-AT",
  zone: "Europe/Vienna",
  ownerName: "محمد بن عبد العزيز آل الشيخ",
  ownerEmail: "vorstandsvorsitzende.buero@donaudampfschifffahrtsgesellschaft.example.com",
};

/** Pages of one thing, and pages the navigation does not name, on a plan in which something has happened. */
async function furtherPages(page: Page): Promise<string[]> {
  const { targets } = await read<{ targets: { nodeId: string; metric: string }[] }>(
    page,
    "/playbook/targets",
  );
  const { deliverables } = await read<{ deliverables: (Id & { workPackage: Id })[] }>(
    page,
    "/playbook/deliverables",
  );
  const { risks } = await read<{ risks: { id: string }[] }>(page, "/playbook/status");
  const { sources } = await read<{ sources: { sourceId: string }[] }>(page, "/playbook/sources");
  const { items: people } = await read<{ items: { personId: string }[] }>(page, "/people");
  const { items: products } = await read<{
    items: (Id & { offers: (Id & { prices: Id[] })[] })[];
  }>(page, "/billing/products");
  const { items: customers } = await read<{ items: { accountId: string }[] }>(page, "/customers");
  const { members } = await read<{ members: { personId: string }[] }>(
    page,
    `/customers/${customers[0]!.accountId}/members`,
  );
  const [product] = products;
  const [offer] = product!.offers;
  return [
    `/console/billing/catalogue/products/${product!.id}`,
    `/console/billing/catalogue/products/${product!.id}/offers/new`,
    `/console/billing/catalogue/offers/${offer!.id}?price=${offer!.prices[0]!.id}&quantity=3`,
    `/console/billing/catalogue/offers/${offer!.id}/edit`,
    `/console/billing/catalogue/offers/${offer!.id}/entitlements`,
    `/console/billing/catalogue/offers/${offer!.id}/prices/new`,
    `/console/billing/catalogue/offers/${offer!.id}/prices/${offer!.prices[0]!.id}`,
    "/console/billing/catalogue/products/new",
    "/console/billing/coupons/new",
    "/console/billing/terms",
    "/console/billing/terms/new",
    ...["registrations", "rates", "tax-ids", "reviews"].map((part) => `/console/billing/taxes/${part}`),
    "/console/billing/dunning/schedule",
    ...["", "/members", "/edit", "/merge"].map(
      (part) => `/console/customers/${customers[0]!.accountId}${part}`,
    ),
    ...["", "/merge"].map((part) => `/console/customers/people/${members[0]!.personId}${part}`),
    "/console/customers/new",
    `/console/plan/scorecard/${targets[0]!.nodeId}`,
    `/console/plan/metrics/${targets[0]!.metric}`,
    `/console/plan/deliverables/${deliverables[0]!.id}`,
    `/console/plan/work/${deliverables[0]!.workPackage.id}`,
    `/console/plan/risks/${risks[0]!.id}`,
    `/console/plan/sources/${sources[0]!.sourceId}`,
    `/console/people/${people[0]!.personId}`,
    "/console/plan/import",
    "/console/plan/questions",
    "/console/plan/evidence/brought",
    "/console/people/invite",
    "/console/tokens/new",
    "/console/webhooks/new",
    "/console/jobs/failed",
    "/console/jobs/unhandled",
    "/console/notifications",
    "/console/notifications/preferences",
    "/console/profile",
    "/console/profile/security",
    "/console/profile/authenticator",
    "/console/search?q=plan",
    "/console/menu",
  ];
}

/** Every page the navigation leads to, with the pages of its parts. */
async function navigationPages(page: Page): Promise<string[]> {
  await page.goto(new URL("/console/menu", page.url()).href);
  const hrefs = await page
    .getByRole("navigation")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const main = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set([...hrefs, ...main])].filter((href) => href.startsWith("/console"));
}

/** Looks at one page in both themes; gives what is wrong with it. */
async function examine(page: Page, url: string): Promise<string[]> {
  const found: string[] = [];
  // Themes differ in colours alone.
  for (const [colorScheme, rules] of [
    ["light", undefined],
    ["dark", ["color-contrast"]],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(url);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) found.push(`${url} is ${overflow} pixels wider than the window`);
    await assertAccessible(page, rules && [...rules]).catch((error: Error) => found.push(error.message));
  }
  return found;
}

describe("every page of the console", () => {
  const journey = ownerJourney();
  let addresses: string[] = [];
  before(async () => {
    const page = journey.page();
    const report = { metric: "team.headcount_active", value: 4, source: "the staff list" };
    await write(page, "/playbook/measurements", report);
    await write(page, "/customers", CUSTOMER);
    addresses = [...new Set([...(await navigationPages(page)), ...(await furtherPages(page))])];
    assert.ok(addresses.length >= 35, `${addresses.length} pages`);
  });

  for (const width of [1440, 390])
    it(`is accessible and without faults, light and dark, ${width} pixels wide`, async () => {
      const page = await journey.window({
        reducedMotion: "reduce",
        viewport: { width, height: 900 },
        storageState: await journey.page().context().storageState(),
      });
      const faults = noteFaults(page);
      const found: string[] = [];
      for (const address of addresses) found.push(...(await examine(page, journey.house().url + address)));
      await page.context().close();
      assert.deepEqual([...found, ...faults], []);
    });
});
