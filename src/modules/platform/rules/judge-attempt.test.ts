import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type AttemptFacts, judgeAttempt } from "./judge-attempt.ts";

const now = Temporal.Instant.from("2027-01-04T09:00:00Z");
const wait = Temporal.Duration.from({ hours: 2 });
const judge = (facts: Partial<AttemptFacts>) =>
  judgeAttempt({ status: undefined, now, failingSince: null, wait, ...facts });

describe("judgeAttempt", () => {
  it("takes every 2xx for delivered and forgets earlier failures", () => {
    for (const status of [200, 204, 299])
      assert.deepEqual(judge({ status, failingSince: now.subtract({ hours: 100 }) }), {
        status: "delivered",
        retryAt: null,
        failingSince: null,
        disable: null,
      });
  });

  it("tries everything else again and remembers since when it fails", () => {
    for (const status of [undefined, 301, 404, 429, 500]) {
      const verdict = judge({ status });
      assert.equal(verdict.status, "pending");
      assert.equal(String(verdict.retryAt), "2027-01-04T11:00:00Z");
      assert.equal(String(verdict.failingSince), String(now));
    }
  });

  it("ends when no try is left, and keeps the endpoint while it is young", () => {
    const verdict = judge({ wait: undefined, failingSince: now.subtract({ hours: 71 }) });
    assert.deepEqual([verdict.status, verdict.disable], ["failed", null]);
  });

  it("gives the endpoint up after three days without one success", () => {
    const verdict = judge({ failingSince: now.subtract({ hours: 72 }) });
    assert.equal(verdict.status, "failed");
    assert.match(verdict.disable ?? "", /3 days/);
  });

  it("gives the endpoint up at 410", () => {
    const verdict = judge({ status: 410 });
    assert.deepEqual([verdict.status, verdict.retryAt], ["failed", null]);
    assert.match(verdict.disable ?? "", /410/);
  });
});
