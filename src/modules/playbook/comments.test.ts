import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { ActivityPage } from "#modules/playbook/contract/activity.ts";
import type { CommentPage } from "#modules/playbook/contract/comments.ts";
import { commentData } from "#modules/playbook/personal-data/work.ts";
import { ACTIVITY_AREAS } from "#modules/playbook/rules/activity/areas.ts";
import { toldEvents } from "#modules/playbook/rules/activity/tell.ts";
import { NAMES, personId } from "#test/factories/people.ts";
import type { PlanHouse } from "#test/factories/plan-house.ts";
import { openWholePlanHouse } from "#test/factories/whole-plan-house.ts";

type Role = "owner" | "editor" | "support" | "finance" | "viewer";

let at: PlanHouse;
before(async () => {
  at = await openWholePlanHouse();
});
after(() => at.house.close());

const add = (body: string, given: { mentions?: string[]; role?: Role } = {}) =>
  at.call<{ commentId: string }>(
    "playbook.add_comment",
    { subjectKind: "node", subjectId: at.plan.workPackageId, body, mentions: given.mentions ?? [] },
    given.role,
  );
const list = (input: object = {}, role: Role = "viewer") =>
  at.call<z.output<typeof CommentPage>>(
    "playbook.list_comments",
    { subjectKind: "node", subjectId: at.plan.workPackageId, ...input },
    role,
  );
const called = () =>
  rows<{ payload: { mentions: string[] } }>(
    at.db,
    sql`SELECT payload FROM kernel.event WHERE name = 'playbook.comment_added' ORDER BY seq`,
  );

const feed = (input: object = {}) =>
  at.call<z.output<typeof ActivityPage>>("playbook.list_activity", input, "viewer");

describe("comments", () => {
  it("call people once each, also when they are changed", async () => {
    const [owner, support] = [personId(at.house, "owner"), personId(at.house, "support")];
    const { commentId } = await add("Could you look at this?", { mentions: [owner, owner] });
    await at.call("playbook.edit_comment", {
      commentId,
      body: "Could you both?",
      mentions: [owner, support],
    });
    assert.deepEqual(
      (await called()).map(({ payload }) => payload.mentions),
      [[owner], [support]],
    );
    const [comment] = (await list()).comments;
    assert.equal(comment?.body, "Could you both?");
    assert.notEqual(comment?.editedAt, null);
    assert.deepEqual(
      comment?.mentions.map(({ name }) => name),
      [NAMES.owner, NAMES.support],
    );
    await assert.rejects(add("Who?", { mentions: [newId()] }), { code: "playbook.assignee_unknown" });
  });

  it("call whom their words name, and tell them once", async () => {
    const earlier = (await called()).length;
    const body = `@${NAMES.support} and @${NAMES.finance.toUpperCase()}, is this right? info@example.com`;
    const { commentId } = await add(body, { mentions: [personId(at.house, "support")] });
    await at.call("playbook.edit_comment", { commentId, body: `${body} @${NAMES.viewer}` });
    const calls = (await called()).slice(earlier).map(({ payload }) => payload.mentions);
    const [support, finance, viewer] = (["support", "finance", "viewer"] as const).map((role) =>
      personId(at.house, role),
    );
    assert.deepEqual(calls[0], [support, finance]);
    assert.deepEqual(calls[1], [viewer]);
  });

  it("belong to who wrote them; owner and admin may remove them", async () => {
    const { commentId } = await add("Mine", { role: "support" });
    const edit = (role: Role) => at.call("playbook.edit_comment", { commentId, body: "Changed" }, role);
    const remove = (role: Role) => at.call("playbook.remove_comment", { commentId }, role);
    for (const role of ["owner", "editor", "finance", "viewer"] as const)
      await assert.rejects(edit(role), { kind: "forbidden" }, role);
    for (const role of ["editor", "finance", "viewer"] as const)
      await assert.rejects(remove(role), { kind: "forbidden" }, role);
    const may = async (role: Role) =>
      (await list({ limit: 200 }, role)).comments.find(({ id }) => id === commentId)?.may;
    assert.deepEqual(await may("support"), { edit: true, remove: true });
    assert.deepEqual(await may("owner"), { edit: false, remove: true });
    assert.deepEqual(await may("viewer"), { edit: false, remove: false });
    await remove("owner");
    await assert.rejects(edit("support"), { code: "playbook.comment_not_found" });
    assert.equal(await may("support"), undefined);
  });

  it("are read in the order they were written, page by page", async () => {
    for (const text of ["one", "two", "three", "four"]) await add(text);
    const whole = (await list({ limit: 200 })).comments.map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 2, cursor });
      seen.push(...page.comments.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    assert.deepEqual(seen, whole);
  });

  it("need something to be about, and words", async () => {
    const on = (subjectKind: string, subjectId: string, body = "Hello") =>
      at.call("playbook.add_comment", { subjectKind, subjectId, body });
    for (const kind of ["node", "review", "experiment"])
      await assert.rejects(on(kind, newId()), { code: "playbook.subject_not_found" });
    await assert.rejects(on("node", at.plan.phaseId, "  "), { code: "input.invalid" });
    await assert.rejects(add("Hello", { role: "viewer" }), { kind: "forbidden" });
  });

  it("go with the person who wrote them", async () => {
    const finance = personId(at.house, "finance");
    await add("A private word", { role: "finance" });
    await add("Ask finance", { mentions: [finance] });
    assert.equal((await commentData.export(at.db, finance)).length, 1);
    await commentData.erase(at.db, finance);
    assert.deepEqual(await commentData.export(at.db, finance), []);
    const left = sql`SELECT 1 FROM playbook.comment WHERE body = 'A private word' OR ${finance}::uuid = ANY (mentions)`;
    assert.deepEqual(await rows(at.db, left), []);
  });
});

describe("the activity feed", () => {
  it("tells every fact of the plan in words of its own", () => {
    const events = [...at.house.app.registry.events.keys()].filter((name) => name.startsWith("playbook."));
    assert.deepEqual(
      events.filter((name) => !toldEvents().includes(name)),
      [],
    );
  });

  it("names people and things, never ids, and pages without a gap", async () => {
    const [deliverableId] = at.plan.deliverables;
    await at.call("playbook.assign_node", { nodeId: deliverableId, ownerId: personId(at.house, "support") });
    await at.call(
      "playbook.add_evidence",
      { deliverableIds: [deliverableId], kind: "note", body: "Up" },
      "support",
    );
    const { activity } = await feed({ aboutId: deliverableId });
    assert.deepEqual(
      activity.map(({ sentence, about }) => [sentence, about?.nodeKind]),
      [
        ["“Website and landing pages” is proved. Signed note: “Up”.", "deliverable"],
        [`${NAMES.support} signed a note for “Website and landing pages”: “Up”.`, "deliverable"],
        [`${NAMES.editor} gave “Website and landing pages” to ${NAMES.support}.`, "deliverable"],
      ],
    );
    const whole = (await feed({ limit: 200 })).activity;
    assert.ok(whole.every(({ sentence }) => !/[0-9a-f]{8}-[0-9a-f]{4}/.test(sentence)));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await feed({ limit: 3, cursor });
      seen.push(...page.activity.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    assert.deepEqual(
      seen,
      whole.map(({ id }) => id),
    );
    const mine = await feed({ personId: personId(at.house, "support") });
    assert.ok(mine.activity.length > 0 && mine.activity.every(({ actor }) => actor?.name === NAMES.support));
  });

  it("is narrowed to an area of the plan's life; every fact lies in exactly one", async () => {
    const areas = Object.values(ACTIVITY_AREAS).flatMap((names): readonly string[] => names);
    assert.deepEqual(areas.toSorted(), toldEvents().toSorted());
    const evidence = (await feed({ what: "evidence", limit: 200 })).activity;
    assert.ok(evidence.length > 0);
    assert.ok(evidence.every(({ event }) => ACTIVITY_AREAS.evidence.some((name) => name === event)));
    const people = (await feed({ what: "people", limit: 200 })).activity;
    assert.ok(people.some(({ event }) => event === "playbook.comment_added"));
  });

  it("is not for strangers", async () => {
    const nobody = at.house.app.call("playbook.list_activity", {}, { actor: { kind: "anonymous" } });
    await assert.rejects(nobody, { kind: "unauthenticated" });
    const customer = { kind: "person", personId: newId(), role: null } as const;
    await assert.rejects(at.house.app.call("playbook.list_activity", {}, { actor: customer }), {
      kind: "forbidden",
    });
  });
});
