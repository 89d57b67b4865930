import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isAppError } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const refusal = (code: string) => (error: unknown) => isAppError(error) && error.code === code;
const words = (start: string) => start.padEnd(300, " and so on");

let house: TestApp;
before(async () => {
  house = await openTestApp();
});
after(() => house.close());

const read = (version?: string) => house.call("billing.get_terms", { version }, { kind: "anonymous" });

it("are read by everybody once there are any, those in force unless a version is asked for", async () => {
  await assert.rejects(read(), refusal("billing.terms_unknown"));
  const first = await house.call("billing.publish_terms", { version: "2027-01", body: words("First") });
  const inForceAt = "2027-02-01T00:00:00Z";
  await house.call("billing.publish_terms", { version: "2027-02", body: words("Second"), inForceAt });
  assert.equal((await read()).version, "2027-01");
  assert.equal((await read()).sha256, first.sha256);
  await assert.rejects(read("2027-02"), refusal("billing.terms_unknown"));
  house.clock.set(Temporal.Instant.from(inForceAt));
  assert.equal((await read()).version, "2027-02");
  assert.equal((await read("2027-01")).version, "2027-01");
  const { items } = await house.call("billing.list_terms", {});
  assert.deepEqual(
    items.map(({ version, isInForce, orders }) => [version, isInForce, orders]),
    [
      ["2027-02", true, 0],
      ["2027-01", false, 0],
    ],
  );
});

it("are known by the SHA-256 of their words, whatever machine they were written on", async () => {
  const { sha256 } = await house.call("billing.publish_terms", {
    version: "windows",
    body: words("One\r\n\r\nTwo"),
  });
  const terms = await read("windows");
  assert.equal(terms.sha256, sha256);
  assert.equal(sha256Hex(terms.body), sha256);
  assert.ok(terms.body.startsWith("One\n\nTwo"));
});

it("are published once, under one version and in the same words", async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      house.call("billing.publish_terms", { version: "race", body: words("Race") }),
    ),
  );
  assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
  await assert.rejects(
    house.call("billing.publish_terms", { version: "other", body: words("Race") }),
    refusal("billing.terms_taken"),
  );
});
