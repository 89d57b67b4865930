import assert from "node:assert/strict";
import { it } from "node:test";
import { METRIC_RULES } from "#modules/playbook/rules/import/target/metrics.ts";
import { USUAL_METRICS } from "./usual-metrics.ts";

it("names every metric that the importer infers, and no other", () => {
  const inferred = new Set(METRIC_RULES.map(({ metric }) => metric));
  assert.deepEqual(new Set(USUAL_METRICS.map(({ key }) => key)), inferred);
});
