import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { assertAccessible } from "#test/e2e/axe.ts";
import { openBrowser } from "#test/e2e/browser.ts";
import { type RunningHouse, startHouse } from "#test/e2e/running-house.ts";
import { totp } from "#test/totp.ts";

const PASSWORD = "fjord lantern 7 mud";
const PERIOD_MS = 30_000;

describe("signing in", () => {
  let house: RunningHouse;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let secret = "";
  let recoveryCode = "";
  before(async () => {
    house = await startHouse();
    browser = await openBrowser();
    context = await browser.newContext({ reducedMotion: "reduce" });
    page = await context.newPage();
  });
  after(async () => {
    await browser?.close();
    await house?.stop();
  });
  const open = (path: string) => page.goto(house.url + path);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const write = (name: string, text: string) => page.getByRole("textbox", { name, exact: true }).fill(text);
  const writePassword = (name: string, text: string) => page.getByLabel(name, { exact: true }).fill(text);

  async function signOut() {
    await open("/sign-out");
    await press("Sign out");
    await page.waitForURL(/sign-in/);
  }

  async function enterPassword() {
    await open("/sign-in");
    await write("E-mail address", "ana@example.test");
    await writePassword("Password", PASSWORD);
    await press("Sign in");
  }

  it("begins with the owner's link, which works once", async () => {
    await page.goto(house.ownerLink);
    await assertAccessible(page);
    await write("Your name", "Ana Reyes");
    await write("E-mail address", "ana@example.test");
    await writePassword("New password", "password1234");
    await press("Become the owner");
    await page.getByText("This is easy to guess").first().waitFor();
    await writePassword("New password", PASSWORD);
    await press("Become the owner");
    await page.waitForURL(/\/console/);
    const stranger = await browser.newContext();
    const second = await stranger.newPage();
    await second.goto(house.ownerLink);
    await second.getByText("This no longer works").waitFor();
    await stranger.close();
  });

  it("adds an authenticator app and asks for its code from then on", async () => {
    await open("/console/profile/authenticator");
    await writePassword("Present password", PASSWORD);
    await press("Go on");
    await page.getByText("1. Scan this with the app").waitFor();
    await assertAccessible(page);
    secret = await page.getByLabel("Or type this secret").inputValue();
    recoveryCode =
      (await page
        .getByRole("listitem")
        .filter({ hasText: /^[a-z0-9]{4}-/ })
        .first()
        .textContent()) ?? "";
    await write("Code", totp(secret, Date.now() - PERIOD_MS));
    await press("Switch it on");
    await page.waitForURL(/authenticator_added/);
    await assertAccessible(page);
    await signOut();
    await enterPassword();
    await page.waitForURL(/sign-in\/code/);
    await assertAccessible(page);
    assert.equal((await page.request.get(`${house.url}/api/v1/me`)).status(), 401);
    await write("Code", "000000");
    await press("Sign in");
    await page.getByText("Enter the code your app shows now").first().waitFor();
    await write("Code", totp(secret, Date.now()));
    await press("Sign in");
    await page.waitForURL(/\/console/);
    assert.equal((await page.request.get(`${house.url}/api/v1/me`)).status(), 200);
  });

  it("takes a recovery code once", async () => {
    for (const isFirst of [true, false]) {
      await signOut();
      await enterPassword();
      await page.waitForURL(/sign-in\/code/);
      await open("/sign-in/recovery-code");
      await write("Recovery code", recoveryCode);
      await press("Sign in");
      if (isFirst) await page.waitForURL(/\/console/);
      else await page.getByText("Enter a recovery code that was not used yet").first().waitFor();
    }
  });

  it("signs in with a passkey, and with nothing else to type", async () => {
    await enterPassword();
    await page.waitForURL(/sign-in\/code/);
    await write("Code", totp(secret, Date.now() + PERIOD_MS));
    await press("Sign in");
    await page.waitForURL(/\/console/);
    const device = await context.newCDPSession(page);
    await device.send("WebAuthn.enable");
    await device.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await open("/console/profile/security");
    await page.getByRole("textbox", { name: /Name of the new passkey/ }).fill("Laptop");
    await writePassword("Present password, for the new passkey", PASSWORD);
    await press("Add a passkey");
    await page.waitForURL(/passkey_added/);
    await assertAccessible(page);
    await signOut();
    await press("Sign in with a passkey");
    await page.waitForURL(/\/console/);
  });

  it("ends another browser's session at once", async () => {
    const other = await browser.newContext();
    const elsewhere = await other.newPage();
    await other.addCookies(await context.cookies());
    await elsewhere.goto(`${house.url}/console/profile`);
    assert.match(elsewhere.url(), /profile/);
    await signOut();
    await elsewhere.goto(`${house.url}/console/profile`);
    assert.match(elsewhere.url(), /sign-in/);
    await other.close();
  });
});

describe("signing in without scripts", () => {
  it("works with the keyboard alone", async () => {
    const house = await startHouse();
    const browser = await openBrowser();
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(house.ownerLink);
    const type = async (text: string) => {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    };
    await page.getByRole("textbox", { name: "Your name" }).focus();
    await type("Ana Reyes");
    await type("ana@example.test");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/console/);
    await page.goto(`${house.url}/console/tokens/new`);
    await page.getByRole("textbox", { name: "Name" }).focus();
    await type("A script");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    const token = await page.getByLabel("Token", { exact: true }).inputValue();
    const authorization = `Bearer ${token}`;
    const me = await page.request.get(`${house.url}/api/v1/me`, { headers: { authorization } });
    assert.equal(((await me.json()) as { name: string }).name, "Ana Reyes");
    await browser.close();
    await house.stop();
  });
});
