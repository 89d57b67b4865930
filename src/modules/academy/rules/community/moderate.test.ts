import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { moderationFault } from "#modules/academy/rules/community/moderate.ts";
import { canEditPost } from "#modules/academy/rules/community/post-limits.ts";

const THREAD = { isThread: true, isDeleted: false };
const REPLY = { isThread: false, isDeleted: false };

describe("moderation of posts", () => {
  it("pins and closes threads alone, and marks replies alone as answers", () => {
    for (const action of ["pin", "unpin", "lock", "unlock"]) {
      assert.equal(moderationFault(THREAD, action, ""), undefined);
      assert.ok(moderationFault(REPLY, action, ""));
    }
    for (const action of ["mark_answer", "unmark_answer"]) {
      assert.equal(moderationFault(REPLY, action, ""), undefined);
      assert.ok(moderationFault(THREAD, action, ""));
      assert.ok(moderationFault({ ...REPLY, isDeleted: true }, action, ""));
    }
  });

  it("hides with a reason alone", () => {
    assert.ok(moderationFault(REPLY, "hide", ""));
    assert.equal(moderationFault(REPLY, "hide", "Insults somebody"), undefined);
    assert.equal(moderationFault(REPLY, "restore", ""), undefined);
  });

  it("leaves a post to its author for 15 minutes, the last one included", () => {
    const written = Temporal.Instant.from("2027-03-01T09:00:00Z");
    assert.equal(canEditPost(written, written.add({ minutes: 15 })), true);
    assert.equal(canEditPost(written, written.add({ minutes: 15, milliseconds: 1 })), false);
  });
});
