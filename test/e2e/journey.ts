import { after, before } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openBrowser } from "#test/e2e/browser.ts";
import { noteFaults } from "#test/e2e/faults.ts";
import { becomeOwner, nearTheFirstGate } from "#test/e2e/owner.ts";
import { type RunningHouse, startHouse } from "#test/e2e/running-house.ts";

/** A house near its first gate, and the owner's browser in it; ready once the suite's tests begin. */
export interface Journey {
  page(): Page;
  /** What went wrong on the owner's page; see `noteFaults`. */
  faults(): string[];
  open(path: string): Promise<unknown>;
  /** Another window of the same browser, signed in as nobody. */
  window(options: BrowserContextOptions): Promise<Page>;
  house(): RunningHouse;
}

/** Call in a suite: starts before its tests and ends after them. */
export function ownerJourney(): Journey {
  let house: RunningHouse;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  const window = async (options: BrowserContextOptions) => (await browser.newContext(options)).newPage();
  before(async () => {
    house = await startHouse({ CAIRN_SANDBOX: "1" }, ["--start", nearTheFirstGate()]);
    browser = await openBrowser();
    page = await window({ reducedMotion: "reduce" });
    faults = noteFaults(page);
    await becomeOwner(page, house);
  });
  after(async () => {
    await browser?.close();
    await house?.stop();
  });
  return {
    page: () => page,
    faults: () => faults,
    open: (path) => page.goto(house.url + path),
    window,
    house: () => house,
  };
}
