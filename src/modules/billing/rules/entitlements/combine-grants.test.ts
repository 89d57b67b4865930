import assert from "node:assert/strict";
import { it } from "node:test";
import { combineGrants, type EntitlementGrant } from "./combine-grants.ts";

const grant = (given: Partial<EntitlementGrant> = {}): EntitlementGrant => ({
  key: "studio.documents_per_month",
  quantity: 20,
  meter: "studio.documents",
  quota: "hard",
  overageMinor: null,
  currency: "USD",
  sourceKind: "subscription",
  sourceId: "s",
  fromAt: "2027-01-01T00:00:00Z",
  untilAt: null,
  ...given,
});
const only = (...grants: EntitlementGrant[]) => {
  const [entitlement] = combineGrants(grants);
  assert.ok(entitlement);
  return entitlement;
};

it("adds quantities up", () => {
  assert.equal(only(grant(), grant({ quantity: 60 })).quantity, 80);
  assert.equal(only(grant({ quantity: 0 })).quantity, 0);
});

it("lets one grant without limit win", () => {
  assert.equal(only(grant(), grant({ quantity: null })).quantity, null);
});

it("is soft when one of the quotas is, at its lowest price", () => {
  const soft = (overageMinor: number) => grant({ quota: "soft", overageMinor });
  const both = only(grant(), soft(300), soft(200));
  assert.deepEqual([both.quota, both.overageMinor, both.currency], ["soft", 200, "USD"]);
  assert.deepEqual([only(grant()).quota, only(grant()).overageMinor], ["hard", null]);
});

it("ends with the last of its grants, or not at all", () => {
  const first = grant({ untilAt: "2027-02-01T00:00:00Z" });
  const second = grant({ untilAt: "2027-03-01T00:00:00Z" });
  assert.equal(only(second, first).untilAt, "2027-03-01T00:00:00Z");
  assert.equal(only(first, grant()).untilAt, null);
});

it("keeps keys apart, in order", () => {
  const course = grant({ key: "academy.course:ai", quantity: null, meter: null, quota: null });
  assert.deepEqual(
    combineGrants([grant(), course]).map(({ key, quantity, meter }) => [key, quantity, meter]),
    [
      ["academy.course:ai", null, null],
      ["studio.documents_per_month", 20, "studio.documents"],
    ],
  );
  assert.deepEqual(combineGrants([]), []);
});
