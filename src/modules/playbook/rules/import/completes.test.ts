import assert from "node:assert/strict";
import { test } from "node:test";
import { readPlan } from "./index.ts";

function completions(deliverables: string[], criteria: string[]): Record<string, string | undefined> {
  const lines = [
    "# P",
    "## Phase 1: A",
    "### Work",
    "Deliverables:",
    ...deliverables.map((one) => `- ${one}`),
    "",
    "Success criteria:",
    ...criteria.map((one) => `- ${one}`),
  ];
  const { nodes } = readPlan(new TextEncoder().encode(lines.join("\n")));
  const texts = new Map(nodes.map((node) => [node.path, node.text]));
  return Object.fromEntries(
    nodes
      .filter(({ kind }) => kind === "criterion")
      .map(({ text, completes }) => [text, texts.get(completes ?? "")]),
  );
}

test("a criterion in other words completes its deliverable", () => {
  assert.deepEqual(
    completions(
      [
        "Complete business plan and strategy",
        "Core team hiring and onboarding",
        "Technology stack and infrastructure plan",
      ],
      [
        "Business plan completion and approval",
        "Core team hiring completion",
        "Technology stack selection",
        "Happy staff",
      ],
    ),
    {
      "Business plan completion and approval": "Complete business plan and strategy",
      "Core team hiring completion": "Core team hiring and onboarding",
      "Technology stack selection": "Technology stack and infrastructure plan",
      "Happy staff": undefined,
    },
  );
});

test("the best match comes first, and no deliverable is completed twice", () => {
  assert.deepEqual(completions(["Brand guidelines"], ["Brand guidelines draft", "Brand guidelines"]), {
    "Brand guidelines draft": undefined,
    "Brand guidelines": "Brand guidelines",
  });
});

test("in doubt a criterion stays unmatched, and one with a number is measured", () => {
  assert.deepEqual(completions(["Sales training guide", "Sales training course"], ["Sales training video"]), {
    "Sales training video": undefined,
  });
  assert.deepEqual(completions(["Blog articles"], ["Blog articles (20+ posts)"]), {
    "Blog articles (20+ posts)": undefined,
  });
});
