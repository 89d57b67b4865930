import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate } from "node:timers/promises";
import { turns } from "#modules/billing/usage/turns.ts";

describe("turns", () => {
  it("are taken by so many at once, in order, whatever becomes of the work", async () => {
    const inTurn = turns(2);
    const begun: number[] = [];
    let busy = 0;
    let most = 0;
    const work = (n: number) =>
      inTurn(async () => {
        begun.push(n);
        most = Math.max(most, (busy += 1));
        for (let step = 0; step < n % 3; step += 1) await setImmediate();
        busy -= 1;
        if (n % 4 === 0) throw new Error("refused");
        return n;
      });
    const order = Array.from({ length: 20 }, (_, n) => n);
    const done = await Promise.allSettled(order.map(work));
    assert.deepEqual(begun, order);
    assert.equal(most, 2);
    assert.deepEqual(
      done.map(({ status }) => status),
      order.map((n) => (n % 4 === 0 ? "rejected" : "fulfilled")),
    );
    assert.equal(await work(1), 1);
  });
});
