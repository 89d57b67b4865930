import type { PlanNode } from "../types.ts";

/** Ways to name work: folded names to the paths they stand for; null for a name that two things share. */
export type WorkNames = ReadonlyMap<string, readonly string[] | null>;

// Case, dashes, "Week" and "Weeks", "Month 1 / Week 2" and "Month 1, Week 2" read alike.
function foldedName(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[–—−]/g, "-")
    .replaceAll(/(?<=\d)\s*(?:-|\bto\b|\ba\b)\s*(?=\d)/g, "-")
    .replaceAll(
      /\b(phase|month|week|day|quarter|sprint|fase|etapa|mes|semana|dia|trimestre)(?:s|es)\b/g,
      "$1",
    )
    .replaceAll(/(?<!\d)-|-(?!\d)|[^\p{L}\p{N}-]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function namesOf({ label, text }: PlanNode): string[] {
  return [text, label, label && `${label}: ${text}`].flatMap((name) => (name ? [name] : []));
}

interface Table {
  names: Map<string, string[] | null>;
  byPath: ReadonlyMap<string, PlanNode>;
}

function give({ names }: Table, name: string, paths: string[]): void {
  const key = foldedName(name);
  const known = names.get(key);
  if (known === undefined) names.set(key, paths);
  else if (known?.join() !== paths.join()) names.set(key, null);
}

/** Every name of every work package, and of periods and phases for all work in them. */
export function workNames(nodes: readonly PlanNode[]): WorkNames {
  const table: Table = { names: new Map(), byPath: new Map(nodes.map((node) => [node.path, node])) };
  const inside = new Map<string, string[]>();
  for (const node of nodes) {
    if (node.kind !== "workPackage") continue;
    give(table, node.path, [node.path]);
    for (const name of fullNames(table.byPath, node)) give(table, name, [node.path]);
    for (let above = parentOf(table.byPath, node); above; above = parentOf(table.byPath, above))
      inside.set(above.path, [...(inside.get(above.path) ?? []), node.path]);
  }
  for (const kind of ["period", "phase"] as const) nameContainers(table, kind, inside);
  return table.names;
}

// A period's own name means all of it, also where a work package in it goes by the same one.
function nameContainers(table: Table, kind: "period" | "phase", inside: ReadonlyMap<string, string[]>): void {
  const own: Table = { names: new Map(), byPath: table.byPath };
  for (const [path, node] of table.byPath) {
    if (node.kind !== kind) continue;
    for (const name of namesOf(node)) give(own, name, inside.get(path) ?? []);
  }
  for (const [name, paths] of own.names)
    if (kind === "period" || !table.names.has(name)) table.names.set(name, paths);
}

function parentOf(byPath: ReadonlyMap<string, PlanNode>, node: PlanNode): PlanNode | undefined {
  return node.parent === null ? undefined : byPath.get(node.parent);
}

/** "Weeks 1-2", "Decide", "Month 1, Weeks 1-2", "Phase 1, Decide": the shortest first. */
function fullNames(byPath: ReadonlyMap<string, PlanNode>, node: PlanNode): string[] {
  const above: string[] = [];
  for (let up = parentOf(byPath, node); up; up = parentOf(byPath, up)) above.push(...namesOf(up));
  const own = namesOf(node);
  const qualified = above.flatMap((name) => own.map((mine) => `${name}, ${mine}`));
  return node.implicit ? qualified : [...own, ...qualified];
}

/** The work a name stands for; null when nothing, or more than one thing, goes by it. */
export function workCalled(names: WorkNames, name: string): readonly string[] | null {
  const found = names.get(foldedName(name));
  return found && found.length > 0 ? found : null;
}

/** A name by which exactly this work package is found again. */
export function nameOfWork(names: WorkNames, byPath: ReadonlyMap<string, PlanNode>, path: string): string {
  const node = byPath.get(path);
  const candidates = node ? fullNames(byPath, node) : [];
  const readable = candidates.filter(
    (name) => !/[;\n]/.test(name) && workCalled(names, name)?.join() === path,
  );
  return readable.find((name) => !TIME_ONLY.test(name)) ?? readable[0] ?? path;
}

// "Weeks 1-2" alone may be clear to a program; a reader wants the month with it.
const TIME_ONLY = /^\p{L}+ \d+(?:[–-]\d+)?$/u;
