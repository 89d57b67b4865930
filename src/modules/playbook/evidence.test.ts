import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { systemActor } from "#kernel/actor.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { evidenceData } from "#modules/playbook/personal-data/evidence.ts";
import { NAMES, personId } from "#test/factories/people.ts";
import { createNode } from "#test/factories/plan.ts";
import { type AddedOutput, openProofHouse, type ProofHouse } from "#test/factories/proof-house.ts";

let at: ProofHouse;
before(async () => {
  at = await openProofHouse();
});
after(() => at.house.close());

const withdraw = (itemId: string, reason: string, role?: "support" | "viewer") =>
  at.call<AddedOutput>("playbook.withdraw_evidence", { itemId, reason }, role);
const criterionState = async (nodeId: string) =>
  (
    await firstRow<{ state: string }>(
      at.db,
      sql`SELECT state FROM playbook.criterion_status WHERE node_id = ${nodeId}`,
    )
  )?.state;

describe("evidence people bring", () => {
  it("proves a deliverable and its criterion, and withdrawn reopens both with the reason", async () => {
    const id = await at.deliverable("Core team hiring");
    const criterion = await createNode(at.db, {
      planId: at.plan.planId,
      kind: "criterion",
      text: "Core team hiring",
      completesId: id,
      dueOn: "2027-01-15",
    });
    const body = "All five have signed.\nContracts are in the safe.";
    const note = await at.call<AddedOutput>(
      "playbook.add_evidence",
      { deliverableIds: [id], kind: "note", body },
      "support",
    );
    const by = "Signed note: “All five have signed.”";
    assert.deepEqual(note.deliverables, [{ deliverableId: id, proved: true, reason: by }]);
    const proved = await at.show(id);
    assert.equal(proved.state, "met");
    assert.equal(proved.items[0]?.signedName, NAMES.support);
    assert.deepEqual(
      proved.within.map(({ text }) => text),
      ["Foundation", "Public presence"],
    );
    assert.equal(await criterionState(criterion), "met");

    const lost = await withdraw(note.itemId, "One has left.");
    const reason = "“All five have signed.” was withdrawn (One has left); nothing remains";
    assert.deepEqual(lost.deliverables, [{ deliverableId: id, proved: false, reason }]);
    const reopened = await at.show(id);
    assert.equal(reopened.reason, `Reopened: ${reason}; due 15 Jan`);
    assert.notEqual(reopened.reopenedAt, null);
    assert.deepEqual(
      reopened.proofChanges.map((change) => change.proved),
      [false, true],
    );
    assert.equal(await criterionState(criterion), "on_track");
    assert.deepEqual(await at.factsOf(id), ["proved", "reopened"]);
  });

  it("is not withdrawn twice", async () => {
    const { itemId } = await at.addLink(await at.deliverable("Terms of sale"));
    await withdraw(itemId, "Out of date");
    await assert.rejects(withdraw(itemId, "Again"), { code: "playbook.evidence_withdrawn_already" });
    await assert.rejects(withdraw(newId(), "Unknown"), { code: "playbook.evidence_not_found" });
  });

  it("proves several deliverables at once, and a second piece keeps them proved", async () => {
    const ids = [await at.deliverable("Press list"), await at.deliverable("Asset register")];
    const first = await at.call<AddedOutput>("playbook.add_evidence", {
      deliverableIds: ids,
      kind: "link",
      url: "https://example.com/shared",
    });
    assert.equal(first.deliverables.filter(({ proved }) => proved).length, 2);
    await at.addLink(ids[0]!);
    await withdraw(first.itemId, "The address is gone");
    assert.equal((await at.show(ids[0]!)).proved, true);
    assert.equal((await at.show(ids[1]!)).proved, false);
    const list = (includeWithdrawn: boolean) =>
      at.call<{ items: { withdrawn: { reason: string } | null }[] }>(
        "playbook.list_evidence",
        { deliverableId: ids[0], includeWithdrawn },
        "viewer",
      );
    assert.equal((await list(false)).items.length, 1);
    assert.deepEqual(
      (await list(true)).items.map(({ withdrawn }) => withdrawn?.reason),
      [undefined, "The address is gone"],
    );
  });

  it("is sorted by when it was brought or by its title", async () => {
    const deliverableIds = [await at.deliverable("Minerals")];
    for (const body of ["Zinc", "Amber"])
      await at.call("playbook.add_evidence", { deliverableIds, kind: "note", body }, "support");
    const titles = async (input: object) =>
      (await at.call<{ items: { title: string }[] }>("playbook.list_evidence", input)).items.map(
        ({ title }) => title,
      );
    assert.deepEqual(await titles({ direction: "asc" }), (await titles({})).toReversed());
    const byTitle = await titles({ sort: "title", direction: "asc" });
    assert.deepEqual(byTitle, (await titles({ sort: "title" })).toReversed());
    assert.ok(byTitle.indexOf("Amber") < byTitle.indexOf("Zinc"));
    const byTime = await titles({ direction: "asc" });
    assert.ok(byTime.indexOf("Zinc") < byTime.indexOf("Amber"));
  });

  it("is found by its words, which are taken literally", async () => {
    await at.addLink(await at.deliverable("Report"), "https://example.com/100%25_done");
    const search = async (text: string) =>
      (await at.call<{ items: unknown[] }>("playbook.list_evidence", { search: text })).items.length;
    assert.equal(await search("100%25_DONE"), 1);
    assert.equal(await search("1%done"), 0);
  });

  it("takes no script for a link, no missing file and no empty note", async () => {
    const deliverableIds = [await at.deliverable("Guarded")];
    const add = (item: object) => at.call("playbook.add_evidence", { deliverableIds, ...item });
    for (const url of ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.com", "not a link"])
      await assert.rejects(add({ kind: "link", url }), { code: "input.invalid" });
    await assert.rejects(add({ kind: "file", fileId: newId() }), { code: "playbook.file_not_found" });
    await assert.rejects(add({ kind: "note" }), { code: "input.invalid" });
    await assert.rejects(add({ kind: "note", body: "Here", deliverableIds: [newId()] }), {
      code: "playbook.node_not_found",
    });
  });

  it("is signed by people alone: neither the house nor an agent can write a note", async () => {
    const note = { deliverableIds: [await at.deliverable("Word")], kind: "note", body: "Trust me." };
    const agent = {
      kind: "token",
      tokenId: newId(),
      personId: personId(at.house, "editor"),
      role: "editor",
      scopes: ["*"],
      agent: true,
    } as const;
    for (const actor of [systemActor("cairn"), agent])
      await assert.rejects(at.house.app.call("playbook.add_evidence", note, { actor }), {
        kind: "forbidden",
      });
  });

  it("counts a stored file by its name", async () => {
    const fileId = newId();
    await at.db.execute(
      sql`INSERT INTO kernel.file (id, sha256, bytes, name, media_type, created_at)
          VALUES (${fileId}, 'ab', 3, 'Brand guide.pdf', 'application/pdf', '2027-01-04T09:00:00Z')`,
    );
    const deliverableIds = [await at.deliverable("Brand guidelines")];
    const added = await at.call<AddedOutput>("playbook.add_evidence", {
      deliverableIds,
      kind: "file",
      fileId,
    });
    assert.equal(added.deliverables[0]?.reason, "File: “Brand guide.pdf”");
    assert.equal((await at.show(deliverableIds[0]!)).items[0]?.file?.mediaType, "application/pdf");
  });
});

describe("who may", () => {
  it("withdraw: who brought it and editors, nobody else", async () => {
    const id = await at.deliverable("Guarded");
    const ofEditor = await at.addLink(id, "https://example.com/a", "editor");
    for (const role of ["support", "viewer"] as const)
      await assert.rejects(withdraw(ofEditor.itemId, "Not mine", role), { kind: "forbidden" });
    const own = await at.addLink(id, "https://example.com/b", "support");
    await withdraw(own.itemId, "Mine", "support");
    await assert.rejects(at.addLink(id, "https://example.com/c", "viewer"), { kind: "forbidden" });
    const ask = { deliverableId: id, kind: "playbook.file" };
    await assert.rejects(at.call("playbook.bind_evidence", ask, "support"), { kind: "forbidden" });
  });

  it("be forgotten: what a person brought is exported, and erased of the person", async () => {
    await at.call(
      "playbook.add_evidence",
      { deliverableIds: [await at.deliverable("Memory")], kind: "note", body: "I was here" },
      "finance",
    );
    const person = personId(at.house, "finance");
    assert.equal((await evidenceData.export(at.db, person)).length, 1);
    await evidenceData.erase(at.db, person);
    assert.deepEqual(await evidenceData.export(at.db, person), []);
    const named = sql`SELECT 1 FROM playbook.evidence_item WHERE signed_name = ${NAMES.finance}`;
    assert.deepEqual(await rows(at.db, named), []);
  });
});
