import { findCycle } from "./find-cycle.ts";
import type { Link, PlannedPackage, ScheduleCycle, ScheduleInput } from "./types.ts";

/** A link with its packages resolved to positions in the input. */
export type Edge = { from: number; to: number; link: Link };

/** The packages, who waits for whom, and an order in which every package comes after those it waits for. */
export type Network = {
  packages: readonly PlannedPackage[];
  incoming: Edge[][];
  outgoing: Edge[][];
  order: number[];
  unknownLinks: Link[];
};

export type NetworkResult = { ok: true; network: Network } | { ok: false; cycle: ScheduleCycle };

/** Resolves links and orders the packages (Kahn 1962); a ring is refused and named. */
export function buildNetwork({ packages, links }: Pick<ScheduleInput, "packages" | "links">): NetworkResult {
  const position = new Map(packages.map((one, index) => [one.id, index]));
  if (position.size !== packages.length) throw new RangeError("Two work packages have the same id.");
  const incoming: Edge[][] = packages.map(() => []);
  const outgoing: Edge[][] = packages.map(() => []);
  const unknownLinks: Link[] = [];
  for (const link of links) {
    const from = position.get(link.from);
    const to = position.get(link.to);
    if (from === undefined || to === undefined) {
      unknownLinks.push(link);
      continue;
    }
    const edge = { from, to, link };
    outgoing[from]?.push(edge);
    incoming[to]?.push(edge);
  }
  const order = orderPackages(incoming, outgoing);
  if (order.length < packages.length) return { ok: false, cycle: findCycle(packages, incoming, order) };
  return { ok: true, network: { packages, incoming, outgoing, order, unknownLinks } };
}

function orderPackages(incoming: Edge[][], outgoing: Edge[][]): number[] {
  const waitingFor = incoming.map((edges) => edges.length);
  const order = waitingFor.flatMap((count, index) => (count === 0 ? [index] : []));
  for (let next = 0; next < order.length; next += 1) {
    for (const { to } of outgoing[order[next] ?? 0] ?? []) {
      const left = (waitingFor[to] ?? 0) - 1;
      waitingFor[to] = left;
      if (left === 0) order.push(to);
    }
  }
  return order;
}
