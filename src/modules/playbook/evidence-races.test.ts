import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openProofHouse, type ProofHouse } from "#test/factories/proof-house.ts";

let at: ProofHouse;
before(async () => {
  at = await openProofHouse();
});
after(() => at.house.close());

const withdraw = (itemId: string) =>
  at.call("playbook.withdraw_evidence", { itemId, reason: "Wrong address" });

describe("many at once", () => {
  it("bringing and withdrawing end in the state that is true", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await at.deliverable(`Contested ${round}`);
      const { itemId } = await at.addLink(id);
      await Promise.all([
        withdraw(itemId),
        ...Array.from({ length: 4 }, (_, n) => at.addLink(id, `https://example.com/${n}`)),
      ]);
      const { proved, bindings } = await at.show(id);
      assert.deepEqual([proved, bindings.length, bindings[0]?.found], [true, 1, 4]);
      const facts = await at.factsOf(id);
      assert.deepEqual(
        facts,
        facts.map((_, index) => (index % 2 === 0 ? "proved" : "reopened")),
      );
      assert.equal(facts.at(-1), "proved");
    }
  });

  it("withdrawing the last two pieces reopens once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await at.deliverable(`Lost ${round}`);
      const items = [await at.addLink(id), await at.addLink(id, "https://example.com/other")];
      await Promise.all(items.map(({ itemId }) => withdraw(itemId)));
      assert.equal((await at.show(id)).proved, false);
      assert.deepEqual(await at.factsOf(id), ["proved", "reopened"]);
    }
  });

  it("withdrawing one piece twice succeeds once", async () => {
    const { itemId } = await at.addLink(await at.deliverable("Withdrawn at once"));
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => withdraw(itemId)));
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
  });

  it("evidence of two deliverables, named in both orders, does not lock up", async () => {
    const ids = [await at.deliverable("One"), await at.deliverable("Two")];
    const orders = [ids, ids.toReversed(), ids, ids.toReversed(), ids, ids.toReversed()];
    await Promise.all(
      orders.map((deliverableIds, n) =>
        at.call("playbook.add_evidence", { deliverableIds, kind: "link", url: `https://example.com/${n}` }),
      ),
    );
    assert.equal((await at.show(ids[0]!)).bindings[0]?.found, orders.length);
  });
});
