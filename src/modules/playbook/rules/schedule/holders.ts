import type { Link, PlannedPackage } from "./types.ts";

/** For each package that cannot start yet, the ids of the packages that hold its start. */
export function holders(packages: readonly PlannedPackage[], links: readonly Link[]): Map<string, string[]> {
  const byId = new Map(packages.map((work) => [work.id, work]));
  const held = new Map<string, string[]>();
  for (const { from, to, type } of links) {
    const before = byId.get(from);
    if (!before || type === "FF" || type === "SF") continue;
    const finished = before.actualEnd !== undefined || before.progress >= 1;
    const started = finished || before.actualStart !== undefined || before.progress > 0;
    if (type === "FS" ? finished : started) continue;
    held.set(to, [...(held.get(to) ?? []), from]);
  }
  return held;
}
