import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { NavItem } from "#web/context.ts";
import { currentHref, currentItem, splitNav } from "#web/shell/current-nav.ts";
import { findPages } from "#web/shell/search-results.ts";
import { initials } from "#web/ui/initials.ts";

function item(label: string, href: string, rest: Partial<NavItem> = {}): NavItem {
  return { label, href, icon: "circle", section: "playbook", permission: "x:read", ...rest };
}

const nav = [
  item("Overview", "/console"),
  item("Plan", "/console/plan", {
    children: [{ label: "Risks", href: "/console/plan/risks", permission: "x:read" }],
  }),
  item("Planning", "/console/planning"),
  item("Settings", "/console/settings", { section: "settings" }),
];

describe("the rail", () => {
  it("marks the entry with the longest address a page lies under", () => {
    assert.equal(currentItem(nav, "/console/plan/risks/4")?.label, "Plan");
    assert.equal(currentItem(nav, "/console/planning")?.label, "Planning");
    assert.equal(currentItem(nav, "/console")?.label, "Overview");
    assert.equal(currentItem(nav, "/elsewhere"), null);
  });

  it("does not take a longer word for a deeper path", () => {
    assert.equal(currentHref(["/console/plan"], "/console/planning"), null);
  });

  it("puts settings at the foot", () => {
    const { main, foot } = splitNav(nav);
    assert.equal(main.length, 3);
    assert.deepEqual(
      foot.map(({ label }) => label),
      ["Settings"],
    );
  });
});

describe("the palette", () => {
  it("finds pages by a part of their name, in any case", () => {
    assert.deepEqual(
      findPages(nav, "RISK").map(({ href }) => href),
      ["/console/plan/risks"],
    );
    assert.equal(findPages(nav, "nothing").length, 0);
  });

  it("offers pages before anything is typed", () => {
    assert.equal(findPages(nav, " ")[0]?.href, "/console");
  });
});

describe("initials", () => {
  it("takes the first and the last word, whole characters of any script", () => {
    assert.equal(initials("Ana María Reyes"), "AR");
    assert.equal(initials("Ørjan"), "Ø");
    assert.equal(initials("محمد علي"), "مع");
    assert.equal(initials("  "), "?");
  });
});
