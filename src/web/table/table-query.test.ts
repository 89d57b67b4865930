import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextSort, readTableQuery, tableHref } from "#web/table/table-query.ts";

const spec = { sorts: ["title", "due"], filters: ["state"], defaultSort: "-due" };

describe("a list's query", () => {
  it("reads search, sort, filters and cursor", () => {
    assert.deepEqual(readTableQuery("http://x/console?q=%20blog%20&sort=title&state=late&cursor=abc", spec), {
      q: "blog",
      sort: "title",
      direction: "asc",
      cursor: "abc",
      filters: { state: "late" },
    });
  });

  it("falls back to the default sort and drops what the list does not know", () => {
    const query = readTableQuery("http://x/?sort=password&role=owner&state=", spec);
    assert.deepEqual(query, { q: "", sort: "due", direction: "desc", cursor: null, filters: {} });
  });

  it("cuts a search that nobody typed", () => {
    assert.equal(readTableQuery(`http://x/?q=${"a".repeat(5_000)}`, spec).q.length, 200);
  });

  it("keeps two lists of one page apart", () => {
    const url = "http://x/?q=one&risks.q=two";
    assert.equal(readTableQuery(url, spec).q, "one");
    assert.equal(readTableQuery(url, { ...spec, prefix: "risks" }).q, "two");
  });

  it("changes an address and starts again at the first page", () => {
    assert.equal(
      tableHref("?view=board&cursor=abc&notice=saved", { sort: "title" }),
      "?view=board&sort=title",
    );
    assert.equal(tableHref("?sort=title&q=a", { sort: null, q: "" }), "?");
    assert.equal(tableHref("?risks.cursor=1&q=a", { sort: "due" }, "risks"), "?q=a&risks.sort=due");
  });

  it("turns a sort around, then off", () => {
    assert.equal(nextSort({ sort: null, direction: "asc" }, "due"), "due");
    assert.equal(nextSort({ sort: "due", direction: "asc" }, "due"), "-due");
    assert.equal(nextSort({ sort: "due", direction: "desc" }, "due"), null);
  });
});
