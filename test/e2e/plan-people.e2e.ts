import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { assertAccessible } from "#test/e2e/axe.ts";
import { openBrowser } from "#test/e2e/browser.ts";
import { type RunningHouse, startHouse } from "#test/e2e/running-house.ts";

describe("people at work on the plan", () => {
  let house: RunningHouse;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  before(async () => {
    house = await startHouse({ CAIRN_SANDBOX: "1" });
    browser = await openBrowser();
    context = await browser.newContext({ reducedMotion: "reduce" });
    page = await context.newPage();
    await page.goto(house.ownerLink);
    await page.getByRole("textbox", { name: "Your name", exact: true }).fill("Ana Reyes");
    await page.getByRole("textbox", { name: "E-mail address", exact: true }).fill("ana@example.test");
    await page.getByLabel("New password", { exact: true }).fill("fjord lantern 7 mud");
    await page.getByRole("button", { name: "Become the owner" }).click();
    await page.waitForURL(/\/console/);
  });
  after(async () => {
    await browser?.close();
    await house?.stop();
  });
  const open = (path: string) => page.goto(house.url + path);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const seeing = (text: string) => page.getByText(text).first().waitFor();

  it("take a risk, rate it, and find it in its cell of the map", async () => {
    await open("/console/plan/risks");
    await assertAccessible(page);
    const risk = page.locator("table th[scope=row] a").first();
    const title = await risk.innerText();
    await risk.click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await press("Take it");
    await seeing("The owner is set.");
    await page.getByLabel("Probability", { exact: true }).selectOption("1");
    await page.getByLabel("Impact", { exact: true }).selectOption("5");
    await press("Keep rating");
    await seeing("The rating is kept.");
    await assertAccessible(page);
    await open("/console/plan/risks");
    await page.getByRole("link", { name: /probability 1, impact 5/ }).click();
    await page.waitForURL(/probability=1/);
    await page.getByRole("link", { name: title }).waitFor();
    await page.locator("table th[scope=row] a").nth(1).waitFor({ state: "detached" });
    assert.equal(await page.locator("table th[scope=row] a").count(), 1);
  });

  it("call somebody by keyboard, and without scripts by the name alone", async () => {
    await page.locator("table th[scope=row] a").first().click();
    await page.waitForURL(/risks\/[0-9a-f]/);
    const box = page.getByRole("textbox", { name: "Your comment" });
    await box.pressSequentially("Is this so, @an");
    await page.getByRole("option", { name: "Ana Reyes" }).waitFor();
    await page.keyboard.press("Enter");
    assert.equal(await box.inputValue(), "Is this so, @Ana Reyes ");
    await press("Comment");
    await seeing("Your comment is there.");
    const plain = await browser.newContext({
      storageState: await context.storageState(),
      javaScriptEnabled: false,
    });
    const still = await plain.newPage();
    await still.goto(page.url());
    await still.getByRole("textbox", { name: "Your comment" }).last().fill("Yes, @ana reyes.");
    await still.getByRole("button", { name: "Comment", exact: true }).click();
    await still.getByText("Your comment is there.").waitFor();
    assert.deepEqual(await still.locator("main strong").allInnerTexts(), ["@Ana Reyes", "@ana reyes"]);
    await plain.close();
  });

  it("draft the week, agree on an action, do it from the overview, and sign", async () => {
    await open("/console/plan/reviews");
    await press("Draft now");
    await seeing("The review is drafted");
    const review = page.url();
    await page.getByText("Agree on an action").click();
    await page.getByRole("textbox", { name: "What is to be done" }).fill("Call the printer");
    await page.getByRole("combobox", { name: "Who does it" }).click();
    await page.getByRole("option", { name: "Ana Reyes" }).click();
    await press("Agree");
    await seeing("It is agreed");
    await open("/console");
    await assertAccessible(page);
    await press("Done: Call the printer");
    await seeing("Done.");
    await page.goto(review);
    await press("Sign the review");
    await seeing("Signed by Ana Reyes");
    await assertAccessible(page);
    assert.equal(await page.getByRole("button", { name: "Sign the review" }).count(), 0);
    await open("/console/plan/activity");
    await seeing("signed the review of the week of");
    await assertAccessible(page);
  });

  it("read the plan in a calendar until the link is revoked", async () => {
    await open("/console/plan/calendar-feed");
    await press("Make a link");
    const link = await page.getByLabel("Link for your calendar").inputValue();
    await assertAccessible(page);
    const read = () => fetch(link);
    const calendar = await read();
    assert.equal(calendar.status, 200);
    assert.match(calendar.headers.get("content-type") ?? "", /^text\/calendar/);
    assert.match(calendar.headers.get("cache-control") ?? "", /private|no-store/, "nobody else keeps it");
    assert.match(await calendar.text(), /^BEGIN:VCALENDAR\r\n/);
    await press("Revoke the link");
    await seeing("The link is revoked.");
    assert.equal((await read()).status, 404);
  });
});
