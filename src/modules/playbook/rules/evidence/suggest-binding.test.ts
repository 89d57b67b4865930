import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { suggestBinding } from "./suggest-binding.ts";

const short = (text: string) => {
  const { kind, filter, minCount } = suggestBinding(text);
  return [kind, filter.type ?? filter.status ?? "", minCount].join(" ").replace("  ", " ");
};

describe("what could prove a deliverable", () => {
  const cases: [string, string][] = [
    ["Blog content and articles", "site.post published 1"],
    ["20+ blog posts", "site.post published 20"],
    ["Website and landing pages", "site.page published 5"],
    ["AI Business Mastery course curriculum", "academy.course published 1"],
    ["Complete business plan and strategy", "studio.document business_plan 1"],
    ["Financial projections and funding plan", "studio.document financial_plan 1"],
    ["Brand identity and guidelines", "studio.document brand_guide 1"],
    ["SEO optimization and strategy", "studio.document strategy 1"],
    ["Remote work infrastructure setup", "playbook.link 1"],
    ["Core team hiring and onboarding", "playbook.note 1"],
    ["Estrategia de marca", "studio.document brand_guide 1"],
    // The plan names the proof itself.
    ["Library of articles that each solve one task. Proof: ≥ 20 published posts", "site.post published 20"],
    ["Public site with home, course and prices. Proof: ≥ 5 published pages", "site.page published 5"],
    ["Cash forecast for 36 months. Proof: file of the cash forecast", "playbook.file 1"],
    ["Workspace for all. Proof: link to the workspace guide", "playbook.link 1"],
    ["Funding decision. Proof: signed note by the founders with amount and terms", "playbook.note 1"],
    [
      "Name, logo and colours on six pages. Proof: brand guide document approved",
      "studio.document brand_guide 1",
    ],
    ["Posts of two authors. Proof: interview document approved", "studio.document approved 1"],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(short(text), expected));

  it("takes no year and no percentage for a number of things", () => {
    assert.equal(suggestBinding("Blog posts for 2027 read by 40% more people").minCount, 1);
  });
});
