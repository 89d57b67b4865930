import { dueOf } from "../time/resolve.ts";
import type { Due, LineRange, PlanNode, Question, Target } from "../types.ts";
import { metricNamed } from "./explicit.ts";
import { findQuantities } from "./grammar.ts";
import { inferMetric } from "./metrics.ts";
import { withCurrency } from "./money.ts";

export interface ReadTargets {
  targets: Target[];
  questions: Question[];
}

/** The numeric targets of all criteria and KPIs, and a question for each whose metric the text does not tell. */
export function targetsOf(
  nodes: readonly PlanNode[],
  { commaDecimals, currency }: { commaDecimals: boolean; currency: string | null },
): ReadTargets {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const targets: Target[] = [];
  const questions: Question[] = [];
  for (const node of nodes) {
    if (node.kind !== "criterion" && node.kind !== "kpi") continue;
    const first = targets.length;
    const named = node.readFrom === undefined ? null : metricNamed(node.readFrom);
    for (const found of findQuantities(node.text, { commaDecimals })) {
      const quantity = withCurrency(found, { text: node.text, currency });
      const metric = named ?? inferMetric(quantity, node.text);
      targets.push({ line: node.lines[0], ...quantity, node: node.path, metric, due: dueFor(node, byPath) });
      if (metric === null) questions.push(metricQuestion(node, quantity.raw));
    }
    questions.push(...unclear(node, targets.slice(first)));
  }
  return { targets: targets.toSorted((one, other) => one.line - other.line), questions };
}

// One line is measured by one number.
function unclear(node: PlanNode, found: readonly Target[]): Question[] {
  const { text, lines, path } = node;
  const about = { code: "number_unclear" as const, lines: [...lines] as LineRange, node: path };
  const raws = found.map(({ raw }) => `“${raw}”`);
  if (found.length > 1) {
    const message = `Which number decides “${text}”: ${raws.join(" or ")}? Write the other on a line of its own.`;
    return [{ ...about, message }];
  }
  return found
    .filter(({ reversed }) => reversed)
    .map(({ raw }) => ({
      ...about,
      message: `Is “${raw}” in “${text}” a range, or a change from the first to the second?`,
    }));
}

function metricQuestion(node: PlanNode, raw: string): Question {
  return {
    code: "metric_unknown",
    lines: [...node.lines],
    message: `Which metric does “${raw}” measure in “${node.text}”?`,
    node: node.path,
  };
}

/** Its own due date, or the end of the work package, period or phase it stands in. */
function dueFor(node: PlanNode, byPath: ReadonlyMap<string, PlanNode>): Due | null {
  let current: PlanNode | undefined = node;
  while (current) {
    if (current.due) return current.due;
    if (current.span) return dueOf(current.span);
    current = current.parent === null ? undefined : byPath.get(current.parent);
  }
  return null;
}
