import { similarity, stemsOf } from "../completes.ts";
import type { PlanNode } from "../types.ts";
import { inOrder } from "./longest-run.ts";

export interface NodeMatch {
  /** From a later node to the earlier one it continues. */
  earlier: Map<PlanNode, PlanNode>;
  /** Later nodes that stand under another parent, or in another order among their like. */
  moved: Set<PlanNode>;
}

interface Matcher extends NodeMatch {
  before: Map<string, PlanNode[]>;
  after: Map<string, PlanNode[]>;
  lost: Set<PlanNode>;
  fresh: Set<PlanNode>;
}

/** Pairs the nodes of two readings, parents before children. */
export function matchNodes(previous: readonly PlanNode[], next: readonly PlanNode[]): NodeMatch {
  const matcher: Matcher = {
    earlier: new Map(),
    moved: new Set(),
    before: Map.groupBy(previous, (node) => node.parent ?? ""),
    after: Map.groupBy(next, (node) => node.parent ?? ""),
    lost: new Set(),
    fresh: new Set(),
  };
  matchChildren(matcher, "", "");
  matchMoved(matcher);
  return { earlier: matcher.earlier, moved: matcher.moved };
}

function matchChildren(matcher: Matcher, parentBefore: string, parentAfter: string): void {
  const before = Map.groupBy(matcher.before.get(parentBefore) ?? [], (node) => node.kind);
  const after = Map.groupBy(matcher.after.get(parentAfter) ?? [], (node) => node.kind);
  for (const kind of new Set([...before.keys(), ...after.keys()])) {
    matchSiblings(matcher, before.get(kind) ?? [], after.get(kind) ?? []);
  }
}

function matchSiblings(matcher: Matcher, before: readonly PlanNode[], after: readonly PlanNode[]): void {
  const partner = pairByText(before, after);
  markOutOfOrder(matcher, partner, after);
  pairInGaps(before, after, partner);
  const taken = new Set<PlanNode>();
  after.forEach((node, index) => {
    const position = partner[index] ?? -1;
    const old = position < 0 ? undefined : before[position];
    if (!old) {
      matcher.fresh.add(node);
      return;
    }
    taken.add(old);
    accept(matcher, old, node);
  });
  for (const node of before) if (!taken.has(node)) matcher.lost.add(node);
}

function accept(matcher: Matcher, old: PlanNode, node: PlanNode): void {
  matcher.earlier.set(node, old);
  matchChildren(matcher, old.path, node.path);
}

// Equal texts pair in order, label and text first, so that "Week 1: Review" finds itself among reviews.
function pairByText(before: readonly PlanNode[], after: readonly PlanNode[]): number[] {
  const partner = after.map(() => -1);
  const used = new Set<number>();
  for (const keyOf of [
    (node: PlanNode) => `${node.label ?? ""}\n${node.text}`,
    (node: PlanNode) => node.text,
  ]) {
    const waiting = new Map<string, number[]>();
    before.forEach((node, index) => {
      if (!used.has(index)) waiting.set(keyOf(node), [...(waiting.get(keyOf(node)) ?? []), index]);
    });
    const heads = new Map<string, number>();
    after.forEach((node, index) => {
      if (partner[index] !== -1) return;
      const key = keyOf(node);
      const head = heads.get(key) ?? 0;
      const found = waiting.get(key)?.[head];
      if (found === undefined) return;
      heads.set(key, head + 1);
      partner[index] = found;
      used.add(found);
    });
  }
  return partner;
}

function markOutOfOrder(matcher: Matcher, partner: readonly number[], after: readonly PlanNode[]): void {
  const paired = partner.flatMap((position, index) => (position < 0 ? [] : [{ position, index }]));
  const stay = inOrder(paired.map(({ position }) => position));
  paired.forEach(({ index }, rank) => {
    const node = after[index];
    if (node && !stay.has(rank)) matcher.moved.add(node);
  });
}

const MOST_COMPARED = 400;

/** Pairs what is left between the same matched neighbours: the likest first, then one by one in order. */
function pairInGaps(before: readonly PlanNode[], after: readonly PlanNode[], partner: number[]): void {
  const used = new Set(partner);
  let index = 0;
  while (index < after.length) {
    if (partner[index] !== -1) {
      index += 1;
      continue;
    }
    let end = index;
    while (end < after.length && partner[end] === -1) end += 1;
    const from = index === 0 ? -1 : (partner[index - 1] ?? -1);
    const left: number[] = [];
    for (let position = from + 1; position < before.length && !used.has(position); position += 1)
      left.push(position);
    const fresh = Array.from({ length: end - index }, (_, offset) => index + offset);
    for (const [one, other] of pairGap(before, after, { left, fresh })) {
      partner[other] = one;
      used.add(one);
    }
    index = end;
  }
}

interface Gap {
  left: number[];
  fresh: number[];
}

function pairGap(
  before: readonly PlanNode[],
  after: readonly PlanNode[],
  { left, fresh }: Gap,
): [number, number][] {
  if (left.length === 0) return [];
  if (left.length === fresh.length || left.length * fresh.length > MOST_COMPARED) {
    return left.slice(0, fresh.length).map((one, rank) => [one, fresh[rank] ?? -1]);
  }
  const stems = new Map(left.map((one) => [one, stemsOf(before[one]?.text ?? "")]));
  const pairs = fresh.flatMap((other) => {
    const own = stemsOf(after[other]?.text ?? "");
    return left.map((one) => ({ one, other, score: similarity(own, stems.get(one) ?? new Set()) }));
  });
  const taken = new Set<string>();
  const result: [number, number][] = [];
  for (const { one, other } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (taken.has(`before ${one}`) || taken.has(`after ${other}`)) continue;
    taken.add(`before ${one}`).add(`after ${other}`);
    result.push([one, other]);
  }
  return result;
}

function kindAndText({ kind, text }: PlanNode): string {
  return `${kind}\n${text}`;
}

// The same kind and text, once lost and once fresh, is a thing that was carried to another parent.
function matchMoved(matcher: Matcher): void {
  const matched = new Set(matcher.earlier.values());
  const lost = Map.groupBy(withDescendants(matcher.lost, matcher.before), kindAndText);
  const fresh = Map.groupBy(withDescendants(matcher.fresh, matcher.after), kindAndText);
  for (const [key, [node, ...others]] of fresh) {
    const [old, ...rivals] = lost.get(key) ?? [];
    if (!node || !old || others.length > 0 || rivals.length > 0 || matcher.earlier.has(node)) continue;
    if (matched.has(old)) continue;
    matcher.moved.add(node);
    accept(matcher, old, node);
  }
}

function withDescendants(
  roots: ReadonlySet<PlanNode>,
  children: ReadonlyMap<string, PlanNode[]>,
): PlanNode[] {
  const all: PlanNode[] = [];
  const queue = [...roots];
  for (let node = queue.pop(); node; node = queue.pop()) {
    all.push(node);
    queue.push(...(children.get(node.path) ?? []));
  }
  return all;
}
