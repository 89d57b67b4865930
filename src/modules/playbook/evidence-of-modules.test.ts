import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { suggestBindings } from "#modules/playbook/commands/suggest-bindings.ts";
import { openProofHouse, type ProofHouse } from "#test/factories/proof-house.ts";
import { sitePages } from "#test/factories/site-pages.ts";

const { module: site, published, asked } = sitePages();
const CHECK = "playbook.check_evidence";

let at: ProofHouse;
before(async () => {
  at = await openProofHouse([site]);
});
after(() => at.house.close());

describe("evidence that modules show", () => {
  it("proves while it is there; unpublish a page, and the deliverable reopens and names it", async () => {
    const id = await at.deliverable("Website and landing pages");
    for (const title of ["Home", "Courses", "Pricing", "About"]) published.add(title);
    assert.equal((await at.askForPages(id, 5)).reason, "Published pages: 4 of 5");
    published.add("Contact");
    await at.house.runJob(CHECK);
    assert.equal((await at.show(id)).proved, true);

    await at.call("site.unpublish_page", { pageId: "Pricing" });
    assert.equal((await at.show(id)).proved, true, "until the fact arrives");
    await at.house.drain();
    const { proved, proofChanges, bindings } = await at.show(id);
    assert.equal(proved, false);
    assert.equal(proofChanges[0]?.reason, "“Pricing” was unpublished; 4 of 5 remain");
    assert.deepEqual(
      bindings.map(({ found, needed, satisfied }) => [found, needed, satisfied]),
      [[4, 5, false]],
    );
    assert.deepEqual(await at.factsOf(id), ["proved", "reopened"]);
    await at.house.runJob(CHECK);
    assert.deepEqual(await at.factsOf(id), ["proved", "reopened"], "a look without change says nothing");
  });

  it("is what was asked for: a link is no answer, until nobody asks any more", async () => {
    const id = await at.deliverable("Landing pages");
    const { bindingId } = await at.askForPages(id, 9);
    await at.addLink(id);
    assert.equal((await at.show(id)).proved, false);
    await at.call("playbook.unbind_evidence", { bindingId });
    assert.equal((await at.show(id)).proved, true);
    await assert.rejects(at.call("playbook.unbind_evidence", { bindingId }), {
      code: "playbook.binding_not_found",
    });
  });

  it("is not asked for twice, nor of a kind or in a way nobody knows", async () => {
    const id = await at.deliverable("Pages");
    const first = await at.askForPages(id, 2);
    assert.equal((await at.askForPages(id, 3)).bindingId, first.bindingId);
    const bind = (kind: string, filter: object) =>
      at.call("playbook.bind_evidence", { deliverableId: id, kind, filter });
    await assert.rejects(bind("site.poem", {}), { code: "playbook.evidence_kind_unknown" });
    await assert.rejects(bind("site.page", { status: "lost" }), { code: "playbook.evidence_filter_invalid" });
  });

  it("is looked up once for each kind and filter, however many deliverables share it", async () => {
    const deliverables = [];
    for (let n = 0; n < 30; n += 1) {
      const text = `Website ${n}`;
      deliverables.push({ id: await at.deliverable(text), text });
    }
    await suggestBindings(at.db, deliverables, at.house.clock.now());
    await at.house.runJob(CHECK);
    asked.times = 0;
    await at.house.runJob(CHECK);
    assert.equal(asked.times, 1);
  });

  it("is checked in pages until all were seen", async () => {
    const whole = await at.call<{ checked: number }>("playbook.check_evidence", {});
    let checked = 0;
    let afterId: string | null = null;
    do {
      const part: { checked: number; nextId: string | null } = await at.call("playbook.check_evidence", {
        afterId: afterId ?? undefined,
        limit: 7,
      });
      checked += part.checked;
      afterId = part.nextId;
    } while (afterId !== null);
    assert.equal(checked, whole.checked);
  });
});

describe("suggestions", () => {
  it("never stand in the way, and wait where no module shows their kind", async () => {
    const id = await at.deliverable("Blog content and articles");
    const suggest = () =>
      suggestBindings(at.db, [{ id, text: "Blog content and articles" }], at.house.clock.now());
    await suggest();
    await suggest();
    await at.addLink(id);
    const shown = await at.show(id);
    assert.equal(shown.proved, true);
    assert.deepEqual(
      shown.bindings.map(({ kind, live, suggested, brought }) => [kind, live, suggested, brought]),
      [
        ["site.post", false, true, false],
        ["playbook.link", true, false, true],
      ],
    );
    const { kinds } = await at.call<{ kinds: { kind: string; live: boolean; title: string }[] }>(
      "playbook.list_evidence_kinds",
      {},
      "viewer",
    );
    const byKind = new Map(kinds.map(({ kind, live, title }) => [kind, [title, live]]));
    assert.deepEqual(byKind.get("site.post"), ["Site post", false]);
    assert.deepEqual(byKind.get("site.page"), ["Published pages", true]);
    assert.deepEqual(byKind.get("playbook.note"), ["Signed note", true]);
  });

  it("are offered with what can always be brought, and become a demand when confirmed", async () => {
    const text = "Website with three pages";
    const id = await at.deliverable(text);
    await suggestBindings(at.db, [{ id, text }], at.house.clock.now());
    const { suggestions } = await at.call<{
      suggestions: { kind: string; minCount: number; live: boolean }[];
    }>("playbook.suggest_evidence", { deliverableId: id }, "viewer");
    assert.deepEqual(
      suggestions.map(({ kind }) => kind),
      ["site.page", "playbook.file", "playbook.link", "playbook.note"],
    );
    await at.askForPages(id, 99);
    const { bindings } = await at.show(id);
    assert.deepEqual(
      bindings.map(({ needed, suggested }) => [needed, suggested]),
      [[99, false]],
    );
  });
});

describe("the list of deliverables", () => {
  interface Page {
    deliverables: { id: string; text: string }[];
    counts: { total: number; proved: number; reopened: number };
    nextCursor: string | null;
  }
  const list = (input: object) => at.call<Page>("playbook.list_deliverables", { standing: "open", ...input });

  it("is paged in the order of the plan, none missed and none twice", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await list({ limit: 7, cursor: cursor ?? undefined });
      seen.push(...page.deliverables.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const whole = await list({ limit: 200 });
    assert.deepEqual(
      seen,
      whole.deliverables.map(({ id }) => id),
    );
    assert.equal(seen.length, whole.counts.total - whole.counts.proved);
    assert.equal(whole.counts.reopened, 1);
    await assert.rejects(list({ cursor: "nonsense" }), { code: "playbook.cursor_unknown" });
  });

  it("is sorted by what its columns show, forwards and back, and paged the same", async () => {
    const ids = async (input: object) => (await list({ limit: 200, ...input })).deliverables;
    for (const sort of ["text", "due", "owner"]) {
      const forwards = await ids({ sort });
      const back = await ids({ sort, direction: "desc" });
      assert.deepEqual(
        forwards.map(({ id }) => id),
        back.map(({ id }) => id).toReversed(),
        sort,
      );
      const first = await list({ sort, limit: 5 });
      const second = await list({ sort, limit: 5, cursor: first.nextCursor ?? undefined });
      assert.deepEqual([...first.deliverables, ...second.deliverables], forwards.slice(0, 10), sort);
    }
    const texts = (await ids({ sort: "text" })).map(({ text }) => text.toLowerCase());
    assert.deepEqual(
      texts,
      texts.toSorted((a, b) => a.localeCompare(b, "en")),
    );
    const { nextCursor } = await list({ sort: "text", limit: 5 });
    const other = list({ sort: "due", cursor: nextCursor ?? undefined });
    await assert.rejects(other, { code: "playbook.cursor_unknown" }, "a marker of another order");
  });
});
