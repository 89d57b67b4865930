import type { Edge } from "./network.ts";
import type { PlannedPackage, ScheduleCycle } from "./types.ts";

/**
 * Names one ring among the packages that could not be ordered. Each of them still waits for another of them,
 * so walking from one to what it waits for must come back to a package already seen.
 */
export function findCycle(
  packages: readonly PlannedPackage[],
  incoming: readonly Edge[][],
  ordered: readonly number[],
): ScheduleCycle {
  const done = new Set(ordered);
  const seenAt = new Map<number, number>();
  const walk: number[] = [];
  let at = packages.findIndex((_, index) => !done.has(index));
  while (!seenAt.has(at)) {
    seenAt.set(at, walk.length);
    walk.push(at);
    at = incoming[at]?.find((edge) => !done.has(edge.from))?.from ?? at;
  }
  const ring = walk.slice(seenAt.get(at));
  const titles = ring.map((index) => packages[index]?.title ?? packages[index]?.id ?? "");
  return { ids: ring.map((index) => packages[index]?.id ?? ""), titles, message: describe(titles) };
}

function describe(titles: string[]): string {
  const [first, ...rest] = [...titles, titles[0]].map((title) => `“${title}”`);
  return `${first} waits for ${rest.join(", which waits for ")}.`;
}
