import { dueOf } from "../time/resolve.ts";
import type { Due, PlanNode, Question, Target } from "../types.ts";
import { findQuantities } from "./grammar.ts";
import { inferMetric } from "./metrics.ts";

export interface ReadTargets {
  targets: Target[];
  questions: Question[];
}

/** The numeric targets of all criteria and KPIs, and a question for each whose metric the text does not tell. */
export function targetsOf(nodes: readonly PlanNode[], commaDecimals: boolean): ReadTargets {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const targets: Target[] = [];
  const questions: Question[] = [];
  for (const node of nodes) {
    if (node.kind !== "criterion" && node.kind !== "kpi") continue;
    for (const quantity of findQuantities(node.text, { commaDecimals })) {
      const metric = inferMetric(quantity, node.text);
      targets.push({ line: node.lines[0], ...quantity, node: node.path, metric, due: dueFor(node, byPath) });
      if (metric === null) questions.push(metricQuestion(node, quantity.raw));
    }
  }
  return { targets: targets.toSorted((one, other) => one.line - other.line), questions };
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
