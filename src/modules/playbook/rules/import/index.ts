import { createHash } from "node:crypto";
import { countNodes } from "./counts.ts";
import { decodeText } from "./encoding/decode.ts";
import { MOST_BYTES, MOST_LINES, MOST_NODES } from "./limits.ts";
import { lintPlan } from "./lint/index.ts";
import { readOutline } from "./read.ts";
import type { Encoding, ImportedPlan, PlanReading, RefusedPlan } from "./types.ts";

export { diffPlans, type PlanChange, type PlanDiff } from "./diff.ts";
export { MOST_BYTES, MOST_NODES } from "./limits.ts";
export type * from "./types.ts";
export { writePlanMarkdown } from "./write.ts";

export interface ReadPlanOptions {
  /** Name of the file, used as the title of a plan that states none. */
  fileName?: string;
  /** ISO 4217: the currency of a plan whose file names none, such as the company's. */
  currency?: string;
}

/**
 * Reads a business plan in Markdown. Pure: the same bytes always give the same result, and import changes
 * nothing. Refusals come as values: `playbook.no_plan` when nothing in the file is a plan,
 * `playbook.plan_too_large` over 5 MB or 20,000 nodes.
 */
export function readPlan(bytes: Uint8Array, options: ReadPlanOptions = {}): PlanReading {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const unread: Encoding = { repaired: false, chain: [], sha256, read: "utf-8" };
  const named = options.fileName?.replace(/^.*[/\\]/, "").replace(/\.(?:md|markdown|txt)$/i, "");
  const fallback = named ?? "Plan";
  if (bytes.length > MOST_BYTES) {
    return refusal(unread, fallback, {
      code: "playbook.plan_too_large",
      message: `The file is ${(bytes.length / 1024 / 1024).toFixed(1)} MB; a plan may have up to 5 MB. Split it, or leave out what is not the plan.`,
    });
  }
  const decoded = decodeText(bytes);
  const encoding: Encoding = { ...decoded.encoding, sha256 };
  const lines = countLines(decoded.text);
  if (lines > MOST_LINES) {
    return refusal(encoding, fallback, {
      code: "playbook.plan_too_large",
      message: `The file has ${lines.toLocaleString("en")} lines; a plan may have up to 100,000. Split it, or leave out what is not the plan.`,
    });
  }
  const outline = readOutline(decoded.text, {
    ...(named === undefined ? {} : { title: named }),
    ...(options.currency === undefined ? {} : { currency: options.currency }),
  });
  if (outline.nodes.length > MOST_NODES) {
    return refusal(encoding, outline.title, {
      code: "playbook.plan_too_large",
      message: `The file holds ${outline.nodes.length.toLocaleString("en")} items; a plan may have up to 20,000. Split it into several plans.`,
    });
  }
  const plan: ImportedPlan = {
    ok: true,
    encoding,
    title: outline.title,
    language: outline.language,
    currency: outline.currency,
    start: outline.start,
    calendarStart: outline.calendarStart,
    counts: countNodes(outline.nodes, outline.targets),
    targets: outline.targets,
    nodes: outline.nodes,
    questions: outline.questions,
    skipped: outline.skipped,
    structure: outline.structure,
    lint: [],
  };
  if (!isPlan(plan)) {
    return { ...refusal(encoding, outline.title, NO_PLAN), skipped: wholeFile(decoded.text) };
  }
  return { ...plan, lint: lintPlan(plan, outline) };
}

const NO_PLAN = {
  code: "playbook.no_plan" as const,
  message:
    "No plan was found in this file: it has no phases, periods or work packages with deliverables, activities or milestones. Nothing was changed.",
};

const NOT_A_PLAN = /\b(?:meeting notes|minutes|change ?log|release notes|diary|journal|acta|diario)\b/i;

/** Something to deliver, reach or tick off, or steps in time with something to do or to measure in them. */
function isPlan({ nodes, title }: Pick<ImportedPlan, "nodes" | "title">): boolean {
  const kinds = new Set(nodes.map((node) => node.kind));
  if (NOT_A_PLAN.test(title) && !kinds.has("phase")) return false;
  if (kinds.has("deliverable") || kinds.has("criterion") || kinds.has("milestone")) return true;
  if (nodes.some((node) => node.kind === "activity" && node.state)) return true;
  const says = kinds.has("activity") || kinds.has("objective") || kinds.has("kpi");
  return says && (kinds.has("phase") || kinds.has("period"));
}

function refusal(encoding: Encoding, title: string, why: Pick<RefusedPlan, "code" | "message">): RefusedPlan {
  return {
    ok: false,
    ...why,
    encoding,
    title,
    language: "en",
    currency: null,
    start: null,
    calendarStart: null,
    counts: countNodes([], []),
    targets: [],
    nodes: [],
    questions: [],
    skipped: [],
    structure: [],
    lint: [],
  };
}

function wholeFile(text: string): RefusedPlan["skipped"] {
  return [{ lines: [1, countLines(text)], why: "no plan was found in this file" }];
}

function countLines(text: string): number {
  let count = 1;
  for (const _ of text.matchAll(/\r\n|\r|\n/g)) count += 1;
  return count;
}
