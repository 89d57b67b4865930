import type { LintFinding, NodeKind, PlanNode, Span } from "../types.ts";

interface Timed {
  node: PlanNode;
  span: Span;
}

const STEPS = new Set<NodeKind>(["phase", "period", "workPackage"]);
const NAMES: Record<Span["unit"], [one: string, several: string]> = {
  month: ["month", "months"],
  week: ["week", "weeks"],
  day: ["day", "days"],
};

/**
 * Steps that follow one another but overlap or leave time between them, and steps outside their parent's time.
 * Steps with exactly the same time are side by side on purpose; work packages whose time merely stands behind
 * their title run in parallel as a rule, so only steps that are called by their time are compared.
 */
export function lintSpans(nodes: readonly PlanNode[]): LintFinding[] {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const findings: LintFinding[] = [];
  const groups = Map.groupBy(
    nodes.filter((node) => STEPS.has(node.kind) && !node.implicit),
    (node) => `${node.parent ?? ""}\n${node.kind}`,
  );
  for (const group of groups.values()) findings.push(...lintSequence(group, byPath));
  for (const node of nodes) findings.push(...lintInside(node, byPath));
  return findings;
}

function lintSequence(group: readonly PlanNode[], byPath: ReadonlyMap<string, PlanNode>): LintFinding[] {
  const timed = group.flatMap((node): Timed[] =>
    node.span && isCalledByTime(node) ? [{ node, span: node.span }] : [],
  );
  const [first] = timed;
  const comparable = timed.every(
    ({ span }) => span.unit === first?.span.unit && span.month === first.span.month,
  );
  if (!first || timed.length < 2 || !comparable) return [];
  return [...lintSteps(timed), ...lintEnds(timed, group, byPath)];
}

function isCalledByTime(node: PlanNode): boolean {
  return (
    node.kind === "phase" ||
    node.kind === "period" ||
    (node.timeText === undefined && node.label !== undefined)
  );
}

function lintSteps(timed: readonly Timed[]): LintFinding[] {
  const findings: LintFinding[] = [];
  const seen = new Set<string>();
  let first = Infinity;
  let last = 0;
  timed.forEach((step, index) => {
    const { span } = step;
    const key = `${span.from}-${span.to}`;
    if (index > 0 && !seen.has(key)) {
      const nearby = timed.slice(Math.max(0, index - MOST_COMPARED), index);
      const finding = span.from > last + 1 ? gapBefore(step, last) : misplaced(step, nearby, first);
      if (finding) findings.push(finding);
    }
    seen.add(key);
    first = Math.min(first, span.from);
    last = Math.max(last, span.to);
  });
  return findings;
}

const MOST_COMPARED = 50;

function gapBefore({ node, span }: Timed, last: number): LintFinding {
  const [one, several] = NAMES[span.unit];
  const message = `Nothing is planned for ${one} ${rangeText(last + 1, span.from - 1)}, before “${node.text}”.`;
  return { code: `${several}_gap`, lines: [node.lines[0], node.lines[0]], message };
}

function misplaced({ node, span }: Timed, before: readonly Timed[], first: number): LintFinding | null {
  const [one, several] = NAMES[span.unit];
  const lines: [number, number] = [node.lines[0], node.lines[0]];
  const other = before.find((earlier) => earlier.span.from <= span.to && span.from <= earlier.span.to);
  if (other) {
    const shared = rangeText(Math.max(span.from, other.span.from), Math.min(span.to, other.span.to));
    const message = `${capital(one)} ${shared} already belongs to “${other.node.text}” (line ${other.node.lines[0]}).`;
    return { code: `${several}_overlap`, lines, message };
  }
  if (span.to >= first) return null;
  return {
    code: `${several}_order`,
    lines,
    message: `“${node.text}” stands after steps that come later in time.`,
  };
}

/** Time of the parent that its steps leave empty at the beginning or the end. */
function lintEnds(
  timed: readonly Timed[],
  group: readonly PlanNode[],
  byPath: ReadonlyMap<string, PlanNode>,
): LintFinding[] {
  const [first] = timed;
  const parent = first ? byPath.get(first.node.parent ?? "") : undefined;
  const bounds = first && parent?.span ? boundsFor(first.span, parent.span) : null;
  if (!first || !parent || !bounds || timed.length < group.length) return [];
  const [one, several] = NAMES[first.span.unit];
  const from = timed.reduce((least, { span }) => Math.min(least, span.from), Infinity);
  const to = timed.reduce((most, { span }) => Math.max(most, span.to), 0);
  const lines: [number, number] = [parent.lines[0], parent.lines[0]];
  const missing: string[] = [];
  if (from > bounds.from && from <= bounds.to) missing.push(rangeText(bounds.from, from - 1));
  if (to < bounds.to && to >= bounds.from) missing.push(rangeText(to + 1, bounds.to));
  return missing.map((range) => ({
    code: `${several}_gap`,
    lines,
    message: `Nothing is planned for ${one} ${range} of “${parent.text}”.`,
  }));
}

const WEEKS_OF_A_MONTH = 4;

function boundsFor(span: Span, parent: Span): { from: number; to: number } | null {
  if (span.unit === parent.unit && span.month === parent.month) return parent;
  const weeksOfOneMonth = span.unit === "week" && parent.unit === "month" && parent.from === parent.to;
  return weeksOfOneMonth && span.month === parent.from ? { from: 1, to: WEEKS_OF_A_MONTH } : null;
}

function lintInside(node: PlanNode, byPath: ReadonlyMap<string, PlanNode>): LintFinding[] {
  const parent = byPath.get(node.parent ?? "");
  if (!parent?.span || !node.span || node.implicit || !STEPS.has(node.kind)) return [];
  const { span } = node;
  if (span.unit !== parent.span.unit || span.month !== parent.span.month) return [];
  if (span.from >= parent.span.from && span.to <= parent.span.to) return [];
  const [one] = NAMES[span.unit];
  return [
    {
      code: "outside_parent",
      lines: [node.lines[0], node.lines[0]],
      message: `“${node.text}” (${one} ${rangeText(span.from, span.to)}) lies outside “${parent.text}” (${one} ${rangeText(parent.span.from, parent.span.to)}, line ${parent.lines[0]}).`,
    },
  ];
}

function rangeText(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
