import type { PlanNode, Target } from "./types.ts";
import { folded } from "./words.ts";

const STOP = new Set(
  "the a an of and or for to in on with by is are be all its our de la el los las y e o del en para con un una por que".split(
    " ",
  ),
);
// Words that say a thing is finished without saying which thing.
const FINISHED =
  /^(?:complet\w*|finish\w*|finali[sz]\w*|done|deliver\w*|achiev\w*|success\w*|approv\w*|execut\w*|implement\w*|setup|set|up|entreg\w*|finaliza\w*|termina\w*|aproba\w*)$/;
const LEAST_SIMILAR = 0.5;

/** Words of a text, cut to stems, without those that only say that something is finished. */
export function stemsOf(text: string): Set<string> {
  const bare = folded(text.replaceAll(/\([^()]*\)/g, " "));
  const words = bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !STOP.has(word));
  const telling = words.filter((word) => !FINISHED.test(word));
  return new Set((telling.length > 0 ? telling : words).map((word) => stem(word)));
}

function stem(word: string): string {
  if (word.length < 5) return word;
  return word.replace(
    /(?:ations?|ments?|ings?|ions?|ies|ers?|ed|es|s|y|e|aciones|acion|ciones|cion|os|as|o|a)$/,
    "",
  );
}

/** Dice coefficient of two sets of stems, 0..1. */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const shared = [...one].filter((word) => other.has(word)).length;
  return (2 * shared) / (one.size + other.size);
}

interface Pair {
  criterion: PlanNode;
  deliverable: PlanNode;
  score: number;
}

/**
 * Marks criteria that state the completion of a deliverable of the same work package: one to one, best match
 * first. A criterion with a number is measured instead; one that fits two deliverables equally stays unmatched.
 */
export function markCompletions(nodes: readonly PlanNode[], targets: readonly Target[]): void {
  const measured = new Set(targets.map((target) => target.node));
  const byParent = Map.groupBy(nodes, (node) => node.parent ?? "");
  for (const siblings of byParent.values()) {
    const criteria = siblings.filter((node) => node.kind === "criterion");
    const deliverables = siblings.filter((node) => node.kind === "deliverable");
    if (criteria.length === 0 || deliverables.length === 0) continue;
    for (const { criterion, deliverable } of bestPairs(criteria, deliverables)) {
      if (!measured.has(criterion.path)) criterion.completes = deliverable.path;
    }
  }
}

function bestPairs(criteria: readonly PlanNode[], deliverables: readonly PlanNode[]): Pair[] {
  const pairs =
    deliverables.length * criteria.length > 10_000
      ? equalPairs(criteria, deliverables)
      : allPairs(criteria, deliverables);
  const byCriterion = Map.groupBy(pairs, (pair) => pair.criterion);
  const taken = new Set<PlanNode>();
  const best: Pair[] = [];
  for (const pair of pairs.toSorted((one, other) => other.score - one.score)) {
    if (taken.has(pair.criterion) || taken.has(pair.deliverable)) continue;
    const rivals = byCriterion.get(pair.criterion) ?? [];
    const tied = (one: Pair): boolean =>
      one !== pair && one.score === pair.score && !taken.has(one.deliverable);
    if (pair.score < 1 && rivals.some(tied)) continue;
    taken.add(pair.criterion);
    taken.add(pair.deliverable);
    best.push(pair);
  }
  return best;
}

function allPairs(criteria: readonly PlanNode[], deliverables: readonly PlanNode[]): Pair[] {
  const stems = deliverables.map((deliverable) => stemsOf(deliverable.text));
  return criteria.flatMap((criterion) => {
    const own = stemsOf(criterion.text);
    return deliverables
      .map((deliverable, index) => ({
        criterion,
        deliverable,
        score: similarity(own, stems[index] ?? new Set()),
      }))
      .filter((pair) => pair.score >= LEAST_SIMILAR);
  });
}

// Comparing everything with everything is for plans of a human size; beyond it only equal texts match.
function equalPairs(criteria: readonly PlanNode[], deliverables: readonly PlanNode[]): Pair[] {
  const byText = Map.groupBy(deliverables, (deliverable) => folded(deliverable.text));
  return criteria.flatMap((criterion) => {
    const deliverable = byText.get(folded(criterion.text))?.shift();
    return deliverable ? [{ criterion, deliverable, score: 1 }] : [];
  });
}
