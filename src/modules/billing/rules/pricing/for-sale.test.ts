import assert from "node:assert/strict";
import { it } from "node:test";
import { isForSale } from "./for-sale.ts";

const window = {
  soldFromAt: "2027-01-01T00:00:00Z",
  soldUntilAt: "2027-02-01T00:00:00Z" as string | null,
  offer: { archivedAt: null as string | null },
  product: { archivedAt: null as string | null },
};
const at = (text: string) => Temporal.Instant.from(text);

it("sells from the first instant to before the last", () => {
  assert.equal(isForSale(window, at("2026-12-31T23:59:59.999Z")), false);
  assert.equal(isForSale(window, at("2027-01-01T00:00:00Z")), true);
  assert.equal(isForSale(window, at("2027-01-31T23:59:59.999Z")), true);
  assert.equal(isForSale(window, at("2027-02-01T00:00:00Z")), false);
  assert.equal(isForSale({ ...window, soldUntilAt: null }, at("2099-01-01T00:00:00Z")), true);
});

it("sells nothing that was archived", () => {
  const archived = { archivedAt: "2027-01-02T00:00:00Z" };
  assert.equal(isForSale({ ...window, offer: archived }, at("2027-01-15T00:00:00Z")), false);
  assert.equal(isForSale({ ...window, product: archived }, at("2027-01-15T00:00:00Z")), false);
});
