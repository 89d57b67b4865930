import type { LintFinding, PlanNode, Skipped } from "../types.ts";
import type { Wait } from "./draft.ts";
import { type WorkNames, workCalled, workNames } from "./work-names.ts";

export interface Linked {
  skipped: Skipped[];
  lint: LintFinding[];
}

interface Linker {
  byPath: ReadonlyMap<string, PlanNode>;
  names: WorkNames;
  order: ReadonlyMap<string, number>;
  /** Whether some link points back in the order of the document: without one there is no ring. */
  pointsBack: boolean;
  links: number;
  result: Linked;
}

const MOST_LINKS = 50_000;

/**
 * Turns "Depends on: Month 1, Weeks 1-2; Site" into paths of work packages. Names that nothing goes by stay with
 * the step as a note and are reported; a link that would close a ring is left out and reported.
 */
export function linkWork(nodes: readonly PlanNode[], waits: readonly Wait[]): Linked {
  const result: Linked = { skipped: [], lint: [] };
  if (waits.length === 0) return result;
  const linker: Linker = {
    byPath: new Map(nodes.map((node) => [node.path, node])),
    names: workNames(nodes),
    order: new Map(nodes.map((node, index) => [node.path, index])),
    pointsBack: false,
    links: 0,
    result,
  };
  for (const wait of waits) readWait(linker, nodes, wait);
  return result;
}

function readWait(linker: Linker, nodes: readonly PlanNode[], wait: Wait): void {
  const waiting = waitingFor(nodes, wait.node);
  const unknown: string[] = [];
  for (const part of partsOf(linker.names, wait.names)) {
    const found = workCalled(linker.names, part);
    if (!found) unknown.push(part);
    for (const from of found ?? []) for (const to of waiting) link(linker, { from, to, wait });
  }
  if (unknown.length === 0) return;
  // "Dependencies" often lists things outside the plan; "Depends on" names work in it.
  const { result } = linker;
  if (!/^depend(?:s|e)\b|^blocked|^bloquead|^waits|^espera/i.test(wait.label)) {
    result.skipped.push({ lines: wait.lines, why: "it names no work package of this plan" });
    return;
  }
  const note = `${wait.label}: ${unknown.join("; ")}`;
  wait.node.notes = wait.node.notes ? `${wait.node.notes}\n${note}` : note;
  result.lint.push({
    code: "dependency_unknown",
    lines: wait.lines,
    message: `No work package goes by ${unknown.map((name) => `“${name}”`).join(", ")}, or more than one does.`,
  });
}

/** At semicolons; at commas, slashes and "and" only where the whole is no name but its parts are. */
function partsOf(names: WorkNames, text: string): string[] {
  return text
    .split(";")
    .map((part) => part.trim().replace(/\.$/, ""))
    .filter((part) => part !== "")
    .flatMap((part) => {
      if (workCalled(names, part)) return [part];
      const pieces = part.split(/\s*,\s*|\s+(?:and|y|e)\s+|\s*&\s*/u).filter((piece) => piece !== "");
      return pieces.length > 1 && pieces.some((piece) => workCalled(names, piece)) ? pieces : [part];
    });
}

/** The step itself; for a phase or period the work that hangs directly under it, or else all work in it. */
function waitingFor(nodes: readonly PlanNode[], node: PlanNode): PlanNode[] {
  if (node.kind === "workPackage") return [node];
  const direct = nodes.find((one) => one.implicit && one.parent === node.path);
  if (direct) return [direct];
  return nodes.filter((one) => one.kind === "workPackage" && one.path.startsWith(`${node.path}/`));
}

function link(linker: Linker, { from, to, wait }: { from: string; to: PlanNode; wait: Wait }): void {
  if (from === to.path || to.dependsOn?.includes(from) || linker.links >= MOST_LINKS) return;
  const back = (linker.order.get(from) ?? 0) > (linker.order.get(to.path) ?? 0);
  if ((back || linker.pointsBack) && reaches(linker, from, to.path)) {
    const other = linker.byPath.get(from);
    linker.result.lint.push({
      code: "dependency_cycle",
      lines: wait.lines,
      message: `“${to.text}” cannot wait for “${other?.text ?? from}”, which already waits for it; this link is left out.`,
    });
    return;
  }
  linker.pointsBack ||= back;
  linker.links += 1;
  to.dependsOn = [...(to.dependsOn ?? []), from];
}

/** Whether `path` waits for `goal`, directly or through others. */
function reaches({ byPath }: Linker, path: string, goal: string): boolean {
  const seen = new Set<string>();
  const queue = [path];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === goal) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...(byPath.get(at)?.dependsOn ?? []));
  }
  return false;
}
