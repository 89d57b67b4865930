import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ListRisks } from "#modules/playbook/contract/risks.ts";
import { riskQuery } from "./risk-query.ts";

const input = (search: string) => riskQuery(`http://x/console/plan/risks${search}`).input;

describe("the address of the risks", () => {
  it("asks for the highest score first", () => {
    const { sort, direction } = input("");
    assert.deepEqual([sort, direction], ["score", "desc"]);
  });

  it("names a cell, an owner, nobody, and what is not rated", () => {
    const id = "0199f6f0-0000-7000-8000-000000000001";
    assert.deepEqual(riskQuery("http://x/?probability=4&impact=2").cell, { probability: 4, impact: 2 });
    assert.equal(riskQuery("http://x/?probability=4").cell, null);
    assert.equal(input(`?owner=${id}`).ownerId, id);
    assert.equal(input("?owner=nobody").unowned, true);
    assert.deepEqual([input("?band=unrated").unrated, input("?band=unrated").band], [true, undefined]);
  });

  it("never asks what the operation would refuse", () => {
    for (const search of ["?band=x&status=y&owner=z&probability=9&impact=a&sort=-text", "?moved=yes&q=churn"])
      assert.equal(ListRisks.safeParse(input(search)).success, true, search);
  });
});
