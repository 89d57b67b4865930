import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DrizzleQueryError } from "drizzle-orm";
import { describeError } from "#kernel/log.ts";

describe("describeError", () => {
  it("tells a failed query without the values bound to it", () => {
    const cause = Object.assign(new Error("duplicate key value violates unique constraint"), {
      code: "23505",
      constraint: "session_token_key",
      detail: "Key (token)=(s3cret) already exists.",
    });
    const error = new DrizzleQueryError("INSERT INTO auth.session (token) VALUES ($1)", ["s3cret"], cause);
    const told = JSON.stringify(describeError(error));
    assert.ok(!told.includes("s3cret"), told);
    assert.match(told, /INSERT INTO auth.session.*23505.*session_token_key/);
  });

  it("tells one that was wrapped in another error the same way", () => {
    const inner = new DrizzleQueryError("SELECT $1", ["s3cret"], new Error("the connection broke"));
    const told = JSON.stringify(describeError(new Error("A job failed", { cause: inner })));
    assert.ok(!told.includes("s3cret"), told);
    assert.match(told, /A job failed.*the connection broke/);
  });
});
