import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { assertAccessible } from "#test/e2e/axe.ts";
import { openBrowser } from "#test/e2e/browser.ts";
import { becomeOwner, read } from "#test/e2e/owner.ts";
import { noteFaults } from "#test/e2e/faults.ts";
import { type RunningHouse, startHouse } from "#test/e2e/running-house.ts";

const FILE = [
  "External id,Name,E-mail,Country,City",
  "K1,Bärbel Groß,baerbel@example.test,DE,Köln",
  "K2,B. Groß,b.gross@example.test,DE,Köln",
  "K3,Wrong,no address,DE,Köln",
].join("\n");

describe("customers", () => {
  let house: RunningHouse;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  before(async () => {
    house = await startHouse({ CAIRN_SANDBOX: "1" });
    browser = await openBrowser();
    page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
    faults = noteFaults(page);
    await becomeOwner(page, house);
  });
  after(async () => {
    await browser?.close();
    await house?.stop();
  });
  const open = (path: string) => page.goto(house.url + path);
  const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
  const seeing = (text: string | RegExp) => page.getByText(text).first().waitFor();

  it("come in by a file, after a look at what it would do and what is wrong in it", async () => {
    await open("/console/customers/imports");
    const file = { name: "customers.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };
    await page.getByLabel("File", { exact: true }).setInputFiles(file);
    await press("Look at the file");
    await seeing("Nothing is brought in yet.");
    const fault = page.getByRole("row", { name: /must be an e-mail address/ });
    assert.match(await fault.innerText(), /^4\s+E-mail/);
    await assertAccessible(page);
    await press("Bring in 2 customers");
    await seeing("This is what the file did.");
    await page.getByRole("link", { name: "Open the customers" }).click();
    await page.getByRole("link", { name: "Bärbel Groß", exact: true }).waitFor();
    await assertAccessible(page);
  });

  it("that are the same one are merged after a look, and part again", async () => {
    await page.getByRole("link", { name: "Bärbel Groß", exact: true }).click();
    await page.getByRole("link", { name: "Merge", exact: true }).click();
    await page.getByLabel("The other customer").fill("gross");
    await press("Look");
    await page.getByRole("link", { name: "See what merging does" }).click();
    await seeing("1 row moves");
    await assertAccessible(page);
    await press("Merge the two");
    await seeing("The two are one customer now.");
    await seeing("Another customer was merged into this one");
    await page.getByRole("link", { name: "Merge", exact: true }).click();
    await press("Undo");
    await seeing("The two are two customers again.");
    await seeing("A merge was undone");
  });

  it("are joined by whoever is invited, from the mail to the account", async () => {
    const { items } = await read<{ items: { accountId: string; name: string }[] }>(page, "/customers");
    const account = items.find(({ name }) => name === "Bärbel Groß");
    await open(`/console/customers/${account?.accountId}/members`);
    await page.getByLabel("E-mail address").fill("carla@example.test");
    await press("Send the invitation");
    await seeing("The invitation is on its way.");
    await assertAccessible(page);
    const guest = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
    await guest.goto(await linkMailedTo("carla@example.test"));
    await guest.getByLabel("New password", { exact: true }).fill("amber kettle 9 fog");
    await guest.getByRole("button", { name: "Accept the invitation" }).click();
    await guest.waitForURL(/\/invitation\?token=/);
    await assertAccessible(guest);
    await guest.getByRole("button", { name: "Join", exact: true }).click();
    await guest.waitForURL((url) => !url.pathname.startsWith("/invitation"));
    const mine = await read<{ items: { name: string; role: string }[] }>(guest, "/account/accounts");
    assert.deepEqual(
      mine.items.map(({ name, role }) => [name, role]),
      [["Bärbel Groß", "member"]],
    );
    await guest.context().close();
  });

  it("are changed by keyboard alone, and a wrong entry is named at its field", async () => {
    const { items } = await read<{ items: { accountId: string }[] }>(page, "/customers");
    await open(`/console/customers/${items[0]?.accountId}/edit`);
    const name = page.getByLabel("Name", { exact: true });
    assert.deepEqual(faults.splice(0), []);
    await name.fill("");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    // The refusal itself is an answer of 422.
    assert.ok(faults.splice(0).every((fault) => fault.includes("422")));
    await name.fill("B. Groß & Töchter");
    await page.keyboard.press("Enter");
    await seeing("The customer is changed.");
    await page.getByRole("heading", { level: 1, name: "B. Groß & Töchter" }).waitFor();
    assert.deepEqual(faults, []);
  });

  /** The first link in the mail to an address; the worker writes it a moment after the invitation is kept. */
  async function linkMailedTo(email: string): Promise<string> {
    const mailId = await page.evaluate(async (address) => {
      for (;;) {
        const answer = await fetch("/api/v1/mail");
        const { items } = (await answer.json()) as { items: { mailId: string; to: string }[] };
        const mail = items.find(({ to }) => to === address);
        if (mail) return mail.mailId;
        await new Promise((resolve) => void setTimeout(resolve, 200));
      }
    }, email);
    const { text } = await read<{ text: string }>(page, `/mail/${mailId}`);
    return /https?:\S+/.exec(text)?.[0] ?? "";
  }
});
