import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { holders } from "./holders.ts";
import { workState } from "./work-state.ts";

const link = (type: "FS" | "SS" | "FF", from: string) => ({ from, to: "z", type, lagDays: 0 });

const work = { status: "planned", proved: 0, deliverables: 3, waitsFor: 0 };

describe("where work stands", () => {
  it("takes a person's word first, then the proofs, then what it waits for", () => {
    assert.equal(workState(work), "not_started");
    assert.equal(workState({ ...work, waitsFor: 1 }), "waiting");
    assert.equal(workState({ ...work, waitsFor: 1, proved: 1 }), "under_way");
    assert.equal(workState({ ...work, status: "active" }), "under_way");
    assert.equal(workState({ ...work, proved: 3 }), "done");
    assert.equal(workState({ ...work, status: "done" }), "done");
    assert.equal(workState({ ...work, status: "cancelled", proved: 3 }), "cancelled");
  });

  it("is not done by having nothing to prove", () => {
    assert.equal(workState({ ...work, deliverables: 0 }), "not_started");
  });
});

describe("what holds a start", () => {
  it("is unfinished work before it, or work that must begin first", () => {
    const packages = [
      { id: "open", progress: 0 },
      { id: "begun", progress: 0.5 },
      { id: "done", progress: 1 },
      { id: "z", progress: 0 },
    ];
    const held = (...links: ReturnType<typeof link>[]) => holders(packages, links).get("z") ?? [];
    assert.deepEqual(held(link("FS", "open"), link("FS", "begun"), link("FS", "done")), ["open", "begun"]);
    assert.deepEqual(held(link("SS", "open"), link("SS", "begun"), link("SS", "done")), ["open"]);
    assert.deepEqual(held(link("FF", "open"), link("FS", "not in the plan")), []);
  });
});
