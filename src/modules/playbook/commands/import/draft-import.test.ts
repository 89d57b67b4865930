import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApp, type TestApp } from "#test/harness.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const PLAN = base64(`# Plan\n\n## Phase 1: Start (Months 1-3)\n\n### Success criteria\n\n- 20+ posts\n`);

describe("playbook.draft_import", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  const draft = (content = PLAN) =>
    house.call("playbook.draft_import", { fileName: "plan.md", content, startOn: "2027-01-04" });

  it("gives the file back byte for byte", async () => {
    const { draftId } = await draft();
    const kept = await house.call("playbook.get_import_draft", { draftId });
    assert.deepEqual(kept, { draftId, fileName: "plan.md", content: PLAN, startOn: "2027-01-04" });
  });

  it("changes nothing of the plan", async () => {
    await draft();
    assert.equal((await house.call("playbook.find_plan", {})).hasPlan, false);
  });

  it("keeps no file without a plan in it", async () => {
    await assert.rejects(draft(base64("Milk, bread")), { kind: "invalid", code: "playbook.no_plan" });
  });

  it("shows it to nobody else", async () => {
    const { draftId } = await draft();
    await assert.rejects(house.call("playbook.get_import_draft", { draftId }, "admin"), {
      code: "playbook.draft_not_found",
    });
    await assert.rejects(house.call("playbook.get_import_draft", { draftId }, "editor"), {
      kind: "forbidden",
    });
  });

  it("keeps it for a day", async () => {
    const { draftId } = await draft();
    house.clock.set(house.clock.now().add({ hours: 24 }));
    await draft();
    await house.call("playbook.get_import_draft", { draftId });
    house.clock.set(house.clock.now().add({ seconds: 1 }));
    await draft();
    await assert.rejects(house.call("playbook.get_import_draft", { draftId }), {
      code: "playbook.draft_not_found",
    });
  });
});
