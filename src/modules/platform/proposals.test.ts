import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("proposals", () => {
  let house: TestApp;
  const agent: Actor = {
    kind: "token",
    tokenId: newId(),
    personId: newId(),
    role: "owner",
    scopes: ["*"],
    agent: true,
  };
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  const propose = async (name: string, input: unknown): Promise<string> => {
    const held = (await house.app.call(name, input, { actor: agent })) as { proposalId: string };
    return held.proposalId;
  };
  const rename = (name: string) => propose("platform.update_settings", { key: "company", value: { name } });
  const companyName = async () => (await house.app.services.company()).name;

  it("change nothing until a person approves, and are then done once by that person", async () => {
    const proposalId = await rename("Approved Ltd");
    assert.equal(await companyName(), "Your company");
    const asked = await Promise.allSettled(
      Array.from({ length: 6 }, () => house.call("platform.approve_proposal", { proposalId })),
    );
    assert.equal(asked.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal(await companyName(), "Approved Ltd");
    const done = sql`SELECT actor_id FROM kernel.audit_entry
                     WHERE operation = 'platform.update_settings' AND outcome = 'done'`;
    const { personId } = house.person("owner") as { personId: string };
    assert.deepEqual(await rows(house.app.database.db, done), [{ actor_id: personId }]);
    const [listed] = (await house.call("platform.list_proposals", { status: "approved" })).items;
    assert.deepEqual(
      [listed?.proposalId, listed?.title, listed?.decidedBy],
      [proposalId, "Change settings", personId],
    );
  });

  it("are not approved by agents", async () => {
    const proposalId = await rename("By itself");
    await assert.rejects(house.call("platform.approve_proposal", { proposalId }, agent), {
      kind: "forbidden",
    });
  });

  it("are seen and decided by those who may do the thing themselves", async () => {
    const proposalId = await rename("Not yours");
    assert.deepEqual((await house.call("platform.list_proposals", {}, "editor")).items, []);
    await assert.rejects(house.call("platform.approve_proposal", { proposalId }, "editor"), {
      kind: "forbidden",
    });
    await assert.rejects(house.call("platform.reject_proposal", { proposalId }, "editor"), {
      kind: "forbidden",
    });
    assert.notEqual(await companyName(), "Not yours");
  });

  it("that the operation refuses are marked failed, with its words", async () => {
    const endpointId = newId();
    const proposalId = await propose("platform.delete_webhook", { endpointId });
    const decision = await house.call("platform.approve_proposal", { proposalId });
    assert.deepEqual([decision.status, decision.error], ["failed", "There is no such webhook."]);
    await assert.rejects(house.call("platform.approve_proposal", { proposalId }), {
      code: "platform.proposal_decided",
    });
  });

  it("can be rejected with a reason", async () => {
    const proposalId = await rename("Rejected");
    const decision = await house.call("platform.reject_proposal", { proposalId, reason: "Not now" });
    assert.deepEqual([decision.status, decision.error], ["rejected", "Not now"]);
    assert.notEqual(await companyName(), "Rejected");
  });

  it("show a secret to who approves and keep it nowhere", async () => {
    const input = { url: "https://receiver.test/", events: ["*"] };
    const proposalId = await propose("platform.create_webhook", input);
    const { output } = await house.call("platform.approve_proposal", { proposalId });
    assert.match((output as { secret: string }).secret, /^whsec_/);
    const kept = await firstRow<{ output: unknown }>(
      house.app.database.db,
      sql`SELECT output FROM kernel.proposal WHERE id = ${proposalId}`,
    );
    assert.equal(kept?.output, null);
  });
});
