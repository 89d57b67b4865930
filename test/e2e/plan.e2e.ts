import assert from "node:assert/strict";
import path from "node:path";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { z } from "zod";
import type { Gate as GateShape } from "#modules/playbook/contract/gates.ts";
import type { TargetStatus } from "#modules/playbook/contract/status.ts";
import { assertAccessible } from "#test/e2e/axe.ts";
import { ownerJourney } from "#test/e2e/journey.ts";
import { read, write } from "#test/e2e/owner.ts";
import { bringCustomers } from "#test/e2e/bring-customers.ts";

const SHARED_PLAN = path.resolve(import.meta.dirname, "../../../shared/inputs/implementation-playbook.md");
const CUSTOMERS = "people.customers_active";

type Gate = z.output<typeof GateShape>;
type Target = z.output<typeof TargetStatus>;

describe("from the first start to a plan of one's own", () => {
  const { page: current, faults, open } = ownerJourney();

  it("the overview shows the plan that ships with Cairn", async () => {
    const page = current();
    await page.getByRole("heading", { level: 1, name: /^Phase 1, month 6 of 6$/ }).waitFor();
    await page.getByText("Foundation and launch").first().waitFor();
    await assertAccessible(page);
  });

  it("a file is previewed before it is imported, and the plan is alive after", async () => {
    const page = current();
    await open("/console/plan/import");
    await page.getByLabel("File", { exact: true }).setInputFiles(SHARED_PLAN);
    await page.getByRole("button", { name: "Show preview" }).click();
    await page.getByRole("heading", { level: 1, name: "Implementation Playbook" }).waitFor();
    await page.getByText("The letters were mended").waitFor();
    const { title } = await read<{ title: string }>(page, "/playbook/plan");
    assert.notEqual(title, "Implementation Playbook", "nothing is imported by looking");
    await page.getByRole("link", { name: /^Lines/ }).click();
    await page
      .getByRole("table", { name: "The file and what its lines become" })
      .getByText("Complete business plan and strategy")
      .first()
      .waitFor();
    await assertAccessible(page);
    await page.getByRole("button", { name: "Import plan" }).click();
    await page.waitForURL(/\/console\/plan\/sources\//);
    await open("/console");
    await page.getByText("Foundation & Launch").first().waitFor();
    const status = await read<{ deliverables: { total: number } }>(page, "/playbook/status");
    assert.equal(status.deliverables.total, 120);
  });

  it("nothing went wrong unseen", () => assert.deepEqual(faults(), []));
});

describe("the plan answers for itself", () => {
  const { page: current, faults, open } = ownerJourney();
  let address = "";

  /**
   * Brings the first gate to hang on its customers alone: what no part of the business measures yet is reported, and what
   * takes months to come (retention, a whole month of revenue) is waived.
   */
  async function reachTheOthers(page: Page): Promise<void> {
    const { gates } = await read<{ gates: Gate[] }>(page, "/playbook/gates");
    const { targets } = await read<{ targets: Target[] }>(page, "/playbook/targets?limit=100");
    const [gate] = gates;
    const reported = new Map<string, number>();
    for (const { nodeId, metric } of gate!.criteria) {
      // Who buys the course is enrolled: the same customers reach this one.
      if (!metric || metric === CUSTOMERS || metric === "academy.enrollments") continue;
      const target = targets.find((one) => one.nodeId === nodeId);
      if (/^(billing|people)\./.test(metric))
        await write(page, `/playbook/gates/${gate!.gateId}/waivers`, {
          nodeId,
          reason: "Takes longer than this journey",
          expiresOn: Temporal.Now.plainDateISO().add({ days: 30 }).toString(),
        });
      else reported.set(metric, Math.max(reported.get(metric) ?? 0, target?.min ?? 0));
    }
    assert.ok(reported.size >= 1);
    for (const [metric, value] of reported)
      await write(page, "/playbook/measurements", { metric, value, source: "books" });
  }

  const firstGate = async (page: Page) => (await read<{ gates: Gate[] }>(page, "/playbook/gates")).gates[0]!;

  it("a gate stays closed at 99 of 100 customers, and says which criterion holds it", async () => {
    const page = current();
    await reachTheOthers(page);
    await bringCustomers(page, 99);
    await open("/console/plan/gates");
    await page.getByRole("button", { name: "Open the gate" }).click();
    await page
      .getByRole("alert")
      .filter({ hasText: /100 active customers/ })
      .waitFor();
    assert.equal((await firstGate(page)).openedAt, null);
    await assertAccessible(page);
    // The page's own answer to the refusal.
    assert.deepEqual(
      faults()
        .splice(0)
        .filter((fault) => !/ 409 |status of 409/.test(fault)),
      [],
    );
  });

  it("the gate opens at 100", async () => {
    const page = current();
    await bringCustomers(page, 1);
    await open("/console/plan/gates");
    await page.getByLabel(/^Note to the decision/).fill("The hundredth customer signed today");
    await page.getByRole("button", { name: "Open the gate" }).click();
    await page.getByText("The gate is open. The next phase has begun.").waitFor();
    await page.getByText("The hundredth customer signed today").waitFor();
    assert.notEqual((await firstGate(page)).openedAt, null);
    assert.deepEqual(faults(), []);
  });

  it("a link proves a deliverable", async () => {
    const page = current();
    const { deliverables } = await read<{ deliverables: { id: string }[] }>(
      page,
      "/playbook/deliverables?limit=1",
    );
    address = `/console/plan/deliverables/${deliverables[0]!.id}`;
    await open(address);
    await assertAccessible(page);
    await page.getByText("Bring a link").click();
    await page.getByLabel("Address").fill("https://example.com/business-plan");
    await page.getByRole("button", { name: "Bring link" }).click();
    await page.getByText("The evidence is kept, and the deliverable is judged by it.").waitFor();
    await page.getByText("Proved", { exact: true }).first().waitFor();
  });

  it("withdrawn, the link reopens the deliverable, which says why", async () => {
    const page = current();
    await page.getByText("Withdraw", { exact: true }).click();
    await page.getByLabel("Why it proves nothing any more").fill("The page is gone");
    await page.getByRole("button", { name: "Withdraw evidence" }).click();
    await page.getByText("It was proved and is open again").waitFor();
    await page
      .getByText(/The page is gone/)
      .first()
      .waitFor();
    await assertAccessible(page);
    const { proved, reason } = await read<{ proved: boolean; reason: string }>(
      page,
      address.replace("/console/plan", "/playbook"),
    );
    assert.equal(proved, false);
    assert.match(reason, /^Reopened: /);
  });

  it("nothing went wrong unseen", () => assert.deepEqual(faults(), []));
});
