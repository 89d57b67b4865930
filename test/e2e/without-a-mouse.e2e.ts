import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { noteFaults } from "#test/e2e/faults.ts";
import { ownerJourney } from "#test/e2e/journey.ts";
import { focused, tabTo } from "#test/e2e/keyboard.ts";
import { OWNER, read } from "#test/e2e/owner.ts";

interface Reported {
  targets: { metric: string | null; value: number | null; source: string }[];
}

const METRIC = "site.posts_published";

async function reported(page: Page): Promise<number | null | undefined> {
  const { targets } = await read<Reported>(page, "/playbook/targets?limit=100");
  return targets.find(({ metric }) => metric === METRIC)?.value;
}

describe("without a mouse, and without scripts", () => {
  const journey = ownerJourney();

  it("by keyboard alone: signs in, skips to the content, finds the scorecard and reports a value", async () => {
    const page = await journey.window({ reducedMotion: "reduce" });
    const faults = noteFaults(page);
    const { keyboard } = page;
    await page.goto(`${journey.house().url}/sign-in`);
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await keyboard.type(OWNER.email);
    await tabTo(page, /^Password/);
    await keyboard.type(OWNER.password);
    await keyboard.press("Enter");
    await page.waitForURL(/\/console$/);

    await page.getByRole("heading", { level: 1, name: /^Phase 1/ }).waitFor();
    await keyboard.press("Tab");
    assert.equal(await focused(page), "Skip to content");
    await keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "content");

    await keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search or jump to" }).waitFor();
    await keyboard.type("scorecard");
    await page.getByRole("option", { name: /Scorecard/, selected: true }).waitFor();
    await keyboard.press("Enter");
    await page.waitForURL(/\/plan\/scorecard$/);
    await page.getByRole("heading", { level: 1, name: "Scorecard" }).waitFor();

    await tabTo(page, /^≥ 20 published posts/);
    await keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^≥ 20 published posts/ }).waitFor();
    await tabTo(page, /^Value/);
    await keyboard.type("41");
    await tabTo(page, /^Where you read it/);
    await keyboard.type("the blog");
    await keyboard.press("Enter");
    await page.getByText("The value is kept and judged.").waitFor();
    assert.equal(await reported(page), 41);
    assert.deepEqual(faults, []);
  });

  it("without scripts: signs in, reads the plan and reports a value by plain forms", async () => {
    const page = await journey.window({ javaScriptEnabled: false });
    await page.goto(`${journey.house().url}/console/plan/scorecard`);
    await page.waitForURL(/\/sign-in/);
    await page.getByLabel("E-mail address").fill(OWNER.email);
    await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/plan\/scorecard$/);
    await page.getByRole("link", { name: /^≥ 20 published posts/ }).click();
    await page.getByRole("textbox", { name: "Value", exact: true }).fill("1.5");
    await page.getByLabel("Where you read it").fill("");
    await page.getByRole("button", { name: "Report value" }).click();
    await page.getByRole("textbox", { name: "Value", exact: true }).fill("42");
    await page.getByLabel("Where you read it").fill("the blog");
    await page.getByRole("button", { name: "Report value" }).click();
    await page.getByText("The value is kept and judged.").waitFor();
    assert.equal(await reported(page), 42);
    await page.getByRole("navigation").getByRole("link", { name: "Overview" }).first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
  });
});
