import type { LineRange, PlanNode } from "../import/types.ts";

/** What the source says of one work package: it starts after others are finished. */
export interface ReadDependency {
  from: string;
  to: string;
}

/** A name in a “Depends on” line that no work package or period goes by. */
export interface UnreadDependency {
  node: string;
  lines: LineRange;
  name: string;
}

const LINE =
  /^\s*(?:[*_]{0,2})(?:depends on|dependencies|depende de|dependencias)(?:[*_]{0,2})\s*:\s*(?:[*_]{0,2})\s*(.+?)\s*$/giu;

/** Ways of writing one thing read alike: case, dashes, “Week”/“Weeks”, spaces. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[–—−]/g, "-")
    .replaceAll(/\s*-\s*/g, "-")
    .replaceAll(/\b(month|week|day|quarter|mes|semana|dia|trimestre)(?:s|es)\b/g, "$1")
    .replaceAll(/[^\p{L}\p{N}-]+/gu, " ")
    .trim();
}

const namesOf = (node: PlanNode): string[] =>
  [node.label, node.text, node.label && `${node.label}: ${node.text}`].flatMap((name) =>
    name ? [folded(name)] : [],
  );

/** Every way to name a work package, or all of a period, with the paths it stands for. A name of two things names neither. */
function nameTable(nodes: readonly PlanNode[]): Map<string, string[] | null> {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const names = new Map<string, string[] | null>();
  const give = (name: string, paths: string[]) => names.set(name, names.has(name) ? null : paths);
  const packages = nodes.filter(({ kind }) => kind === "workPackage");
  for (const node of packages) {
    const parent = node.parent === null ? undefined : byPath.get(node.parent);
    for (const own of new Set(namesOf(node))) {
      for (const above of new Set(parent?.kind === "period" ? namesOf(parent) : []))
        give(`${above} ${own}`, [node.path]);
      if (!node.implicit) give(own, [node.path]);
    }
  }
  for (const period of nodes.filter(({ kind }) => kind === "period")) {
    const inside = packages.filter(({ parent }) => parent === period.path).map(({ path }) => path);
    for (const name of new Set(namesOf(period))) names.set(name, inside);
  }
  return names;
}

/**
 * Reads the “Depends on:” lines under the headings of work packages: names of others separated by semicolons, by label
 * (“Month 1, Weeks 1-2”, “Month 7”) or by title. A name of a period means every work package in it.
 */
export function readDependencies(nodes: readonly PlanNode[]): {
  dependencies: ReadDependency[];
  unread: UnreadDependency[];
} {
  const names = nameTable(nodes);
  const dependencies: ReadDependency[] = [];
  const unread: UnreadDependency[] = [];
  for (const { kind, notes, path, lines } of nodes) {
    if (kind !== "workPackage" || !notes) continue;
    const given = notes.split("\n").flatMap((line) => [...line.matchAll(LINE)].map(([, list]) => list ?? ""));
    for (const name of given
      .flatMap((list) => list.split(";"))
      .map((part) => part.trim().replace(/\.$/, ""))) {
      if (name === "") continue;
      const found = names.get(folded(name));
      if (!found || found.length === 0) unread.push({ node: path, lines, name });
      for (const from of found ?? []) if (from !== path) dependencies.push({ from, to: path });
    }
  }
  return { dependencies, unread };
}
