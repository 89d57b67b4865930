import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { createAnswerSaver, type SaveStanding, type Sent } from "./answer-saver.ts";

const saved = (sequence: number): Sent => ({
  kind: "saved",
  saved: {
    attemptId: "a",
    position: 1,
    isKept: true,
    answer: null,
    sequence,
    savedAt: "2027-01-04T09:00:00Z",
    isLocked: false,
    remainingMs: null,
    review: null,
  },
});

/** A saver whose requests are answered by hand. */
function open(sequence = 0, now = () => 100) {
  const sent: { sequence: number; answer(result: Sent): void }[] = [];
  const told: SaveStanding["kind"][] = [];
  const saver = createAnswerSaver({
    sequence,
    now,
    send: (number) => new Promise((resolve) => sent.push({ sequence: number, answer: resolve })),
    tell: ({ kind }) => void told.push(kind),
  });
  return { saver, sent, told };
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

describe("saving an answer", () => {
  it("waits for a pause in typing, and sends one at a time, the newest last", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { saver, sent, told } = open();
    for (let key = 0; key < 5; key++) {
      saver.changed(600);
      t.mock.timers.tick(300);
    }
    assert.equal(sent.length, 0);
    t.mock.timers.tick(300);
    assert.equal(sent.length, 1);
    saver.changed(0);
    saver.changed(0);
    t.mock.timers.tick(1);
    assert.equal(sent.length, 1);
    sent[0]!.answer(saved(100));
    await settled();
    assert.deepEqual(
      sent.map((one) => one.sequence),
      [100, 101],
    );
    sent[1]!.answer(saved(101));
    await settled();
    assert.deepEqual(told, ["saving", "saving", "saved"]);
  });

  it("tries again what was not heard, and not what was refused", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { saver, sent, told } = open();
    saver.changed(0);
    t.mock.timers.tick(1);
    sent[0]!.answer({ kind: "unheard" });
    await settled();
    t.mock.timers.tick(4000);
    assert.equal(sent.length, 2);
    sent[1]!.answer({ kind: "refused" });
    await settled();
    t.mock.timers.tick(60_000);
    assert.equal(sent.length, 2);
    assert.deepEqual(told, ["saving", "failed", "saving", "failed"]);
  });

  it("goes above what the server has, whatever the device's clock says", () => {
    const behind = open(500, () => 3);
    assert.deepEqual([behind.saver.next(), behind.saver.next()], [501, 502]);
    const ahead = open(
      500,
      mock.fn(() => 9000),
    );
    assert.equal(ahead.saver.next(), 9000);
  });

  it("stops when its page goes", (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { saver, sent } = open();
    saver.changed(600);
    saver.stop();
    t.mock.timers.tick(10_000);
    assert.equal(sent.length, 0);
  });
});
