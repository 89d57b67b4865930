import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { z } from "zod";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { Review, ReviewPage, SignedReview } from "#modules/playbook/contract/reviews.ts";
import { reviewData } from "#modules/playbook/personal-data/reviews.ts";
import { NAMES, personId } from "#test/factories/people.ts";
import { createNode } from "#test/factories/plan.ts";
import type { PlanHouse } from "#test/factories/plan-house.ts";
import { openWholePlanHouse } from "#test/factories/whole-plan-house.ts";

type Shown = z.output<typeof Review>;

let at: PlanHouse;
before(async () => {
  at = await openWholePlanHouse({ deliverables: ["Website", "Press list"] });
  const company = { name: "Stones", zone: "Europe/Madrid" };
  await at.db.execute(
    sql`INSERT INTO kernel.setting (key, value, updated_at)
        VALUES ('company', ${JSON.stringify(company)}::jsonb, '2027-01-01T00:00:00Z')`,
  );
});
after(() => at.house.close());

const runJob = () => at.house.runJob("playbook.draft_review");
const list = () => at.call<z.output<typeof ReviewPage>>("playbook.list_reviews", {}, "viewer");
const weeks = async () => (await list()).reviews.map(({ week }) => week);
const newest = async () => (await list()).reviews[0]!.id;
const get = (reviewId: string) => at.call<Shown>("playbook.get_review", { reviewId }, "viewer");
const texts = ({ sections }: Shown, key: string) =>
  sections.find((section) => section.key === key)?.items.map(({ text }) => text) ?? [];
const setClock = (instant: string) => at.house.clock.set(Temporal.Instant.from(instant));
const redraft = () => at.call<{ reviewId: string }>("playbook.draft_review", {});

const agree = (reviewId: string, text: string) =>
  at.call<{ id: string }>("playbook.assign_action", {
    reviewId,
    text,
    assigneeId: personId(at.house, "support"),
    dueOn: "2027-04-26",
  });

describe("the Monday draft", () => {
  it("comes at six in the company's zone, once, however often and from wherever it is asked for", async () => {
    setClock("2027-01-11T04:59:00Z");
    await runJob();
    assert.deepEqual(await weeks(), []);
    assert.equal((await list()).nextDraftAt, "2027-01-11T05:00:00Z");
    setClock("2027-01-11T05:00:00Z");
    await Promise.all([runJob(), runJob(), runJob(), runJob()]);
    await runJob();
    assert.deepEqual(await weeks(), ["2027-W01"]);
    const drafted = sql`SELECT 1 FROM kernel.event WHERE name = 'playbook.review_drafted'`;
    assert.equal((await rows(at.db, drafted)).length, 1);
  });

  it("is made up for when Monday was slept through, also over a change of the clocks", async () => {
    setClock("2027-03-30T20:00:00Z");
    await runJob();
    assert.deepEqual((await weeks())[0], "2027-W12");
    assert.deepEqual((await get(await newest())).covers, { start: "2027-03-22", end: "2027-03-29" });
  });

  it("is not made of a week in which there was no plan", async () => {
    const other = await openWholePlanHouse({ start: "2027-01-04T09:00:00Z" });
    await other.db.execute(sql`UPDATE playbook.plan SET created_at = '2027-01-04T08:00:00Z'`);
    await other.house.runJob("playbook.draft_review");
    assert.deepEqual(
      (await other.call<z.output<typeof ReviewPage>>("playbook.list_reviews", {})).reviews,
      [],
    );
    await other.house.close();
  });
});

describe("what the draft says", () => {
  it("plan against actual, what moved and why, and what nobody owns", async () => {
    const { planId, deliverables } = at.plan;
    setClock("2027-04-05T08:00:00Z");
    const riskId = await createNode(at.db, { planId, kind: "risk", text: "Acquisition" });
    await createNode(at.db, { planId, kind: "risk", text: "Regulation" });
    await at.call("playbook.assess_risk", { riskId, probability: 2, impact: 4 });
    await at.db.execute(
      sql`INSERT INTO playbook.question (id, plan_id, code, message, line_from, line_to, asked_at)
          VALUES (${newId()}, ${planId}, 'metric_unknown', 'What measures “Brand awareness”?', 1, 1, '2027-04-05T08:00:00Z')`,
    );
    setClock("2027-04-13T08:00:00Z");
    const { itemId } = await at.call<{ itemId: string }>("playbook.add_evidence", {
      deliverableIds: deliverables,
      kind: "link",
      url: "https://example.com",
    });
    await at.call("playbook.withdraw_evidence", { itemId, reason: "Wrong page" });
    await at.call("playbook.add_evidence", {
      deliverableIds: [deliverables[0]],
      kind: "note",
      body: "It is up",
    });
    await at.call("playbook.assess_risk", {
      riskId,
      probability: 4,
      impact: 4,
      note: "Two ads were refused.",
    });
    setClock("2027-04-19T08:00:00Z");
    const review = await get((await redraft()).reviewId);
    assert.equal(review.week, "2027-W15");
    const progress = texts(review, "plan_against_actual");
    assert.ok(progress.includes("Proved: “Website”, Signed note: “It is up”."));
    assert.ok(
      progress.includes("Reopened: “Press list”, “example.com” was withdrawn (Wrong page); nothing remains."),
    );
    const risks = texts(review, "risks");
    assert.ok(risks.includes("“Acquisition” rose from 8 to 16 of 25, high: Two ads were refused."));
    assert.ok(risks.some((text) => text.startsWith("2 risks have no owner: ")));
    assert.ok(risks.includes("“Regulation” is not rated."));
    assert.deepEqual(texts(review, "decisions").slice(-1), [
      "Decide: What measures “Brand awareness” (nobody yet, no date).",
    ]);
  });

  it("is drafted anew while nobody signed, keeping what people wrote", async () => {
    const id = await newest();
    await at.call("playbook.edit_review_summary", { reviewId: id, summary: "  A slow week. " });
    const earlier = (await get(id)).headline;
    await at.call("playbook.add_evidence", {
      deliverableIds: [at.plan.deliverables[1]],
      kind: "link",
      url: "https://example.com/press",
    });
    assert.equal((await redraft()).reviewId, id);
    const review = await get(id);
    assert.equal(review.summary, "A slow week.");
    assert.notEqual(review.headline, earlier);
    await runJob();
    assert.equal((await get(id)).draftedAt, review.draftedAt);
  });
});

describe("a signed review", () => {
  it("is frozen with what was agreed; only actions can still be ticked off", async () => {
    const reviewId = await newest();
    const action = await agree(reviewId, "Call the agency");
    const signed = await at.call<z.output<typeof SignedReview>>("playbook.sign_review", { reviewId });
    assert.equal(signed.signedName, NAMES.editor);
    for (const [operation, input] of [
      ["edit_review_summary", { reviewId, summary: "Better" }],
      ["sign_review", { reviewId }],
      ["assign_action", { reviewId, text: "Too late" }],
      ["update_action", { actionId: action.id, text: "Something else" }],
      ["draft_review", {}],
    ] as const)
      await assert.rejects(
        at.call(`playbook.${operation}`, input),
        { code: "playbook.review_signed" },
        operation,
      );
    await at.call("playbook.complete_action", { actionId: action.id }, "support");
    await at.call("playbook.add_comment", { subjectKind: "review", subjectId: reviewId, body: "Well done" });
    const shown = await get(reviewId);
    assert.deepEqual([shown.signed?.intact, shown.signed?.sha256], [true, signed.sha256]);
    assert.deepEqual([shown.actions.length, shown.comments], [1, 1]);
  });

  it("shows when somebody changed it behind our back", async () => {
    const reviewId = await newest();
    const change = (summary: string) =>
      at.db.execute(sql`UPDATE playbook.review SET summary = ${summary} WHERE id = ${reviewId}`);
    await change("Everything is fine.");
    assert.equal((await get(reviewId)).signed?.intact, false);
    await change("A slow week.");
    assert.equal((await get(reviewId)).signed?.intact, true);
  });

  it("is signed once when many sign at once, and nothing slips in beside the signature", async () => {
    for (let round = 0; round < 4; round += 1) {
      at.house.clock.advance({ hours: 24 * 7 });
      const { reviewId } = await redraft();
      const tries = await Promise.allSettled([
        at.call("playbook.sign_review", { reviewId }),
        at.call("playbook.sign_review", { reviewId }, "owner"),
        agree(reviewId, `Agreed in round ${round}`),
        at.call("playbook.edit_review_summary", { reviewId, summary: `Round ${round}` }),
        redraft(),
      ]);
      const signatures = tries.slice(0, 2).filter(({ status }) => status === "fulfilled");
      assert.equal(signatures.length, 1);
      const row = await firstRow<{
        frozen: { summary: string; actions: unknown[] };
        summary: string;
        actions: number;
      }>(
        at.db,
        sql`SELECT frozen::jsonb AS frozen, summary, (SELECT count(*)::int FROM playbook.action a
              WHERE a.review_id = r.id) AS actions FROM playbook.review r WHERE id = ${reviewId}`,
      );
      assert.deepEqual([row?.frozen.summary, row?.frozen.actions.length], [row?.summary, row?.actions]);
      assert.equal((await get(reviewId)).signed?.intact, true);
    }
  });

  it("stays signed when the person who signed is erased", async () => {
    const owner = personId(at.house, "editor");
    const mine = await reviewData.export(at.db, owner);
    assert.ok(mine.length > 0);
    await reviewData.erase(at.db, owner);
    assert.deepEqual(await reviewData.export(at.db, owner), []);
    const { reviews } = await list();
    const signed = reviews.filter(({ signedAt }) => signedAt !== null);
    assert.ok(signed.length > 0 && signed.every(({ signedName }) => signedName !== NAMES.editor));
    for (const { id } of signed) assert.equal((await get(id)).signed?.intact, true);
  });
});

describe("who may", () => {
  it("draft, write and sign: editors; read: everybody", async () => {
    const reviewId = await newest();
    for (const role of ["support", "finance", "viewer"] as const)
      for (const [operation, input] of [
        ["draft_review", {}],
        ["edit_review_summary", { reviewId, summary: "Mine" }],
        ["sign_review", { reviewId }],
      ] as const)
        await assert.rejects(at.call(`playbook.${operation}`, input, role), { kind: "forbidden" });
    await assert.rejects(get(newId()), { code: "playbook.review_not_found" });
  });
});
