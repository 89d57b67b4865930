import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const SHOWN = 3;

/** Fails with what axe finds on the page as it stands; by all its rules unless some are named. */
export async function assertAccessible(page: Page, rules?: string[]): Promise<void> {
  // Our pages hold no frames; the other mode opens a window for every look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}, ${nodes.length} times: ${nodes
        .slice(0, SHOWN)
        .map((node) => node.html)
        .join(" ")}`,
  );
  assert.deepEqual(found, [], `on ${page.url()}`);
}
