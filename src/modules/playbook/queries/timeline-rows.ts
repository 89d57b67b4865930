import type { z } from "zod";
import type { Timeline } from "#modules/playbook/contract/timeline.ts";
import type { OutlineNode } from "#modules/playbook/queries/plan-outline.ts";
import type { DatedWork } from "#modules/playbook/rules/schedule/dated-work.ts";
import { daysBetween } from "#modules/playbook/rules/calendar/iso-date.ts";
import { workState } from "#modules/playbook/rules/schedule/work-state.ts";
import { rollUp } from "#modules/playbook/rules/targets/roll-up.ts";

type Row = z.output<typeof Timeline>["rows"][number];

/** The outline as a tree: what hangs under a node, "" for the top. */
type Children = ReadonlyMap<string, readonly OutlineNode[]>;

/** Hangs each node under the nearest one that is shown; order stays. */
function childrenOf(outline: readonly OutlineNode[]): Children {
  const known = new Set(outline.map(({ id }) => id));
  const children = new Map<string, OutlineNode[]>();
  for (const node of outline) {
    const above = [node.parentId, node.kind === "phase" ? null : node.phaseId].find(
      (id) => id !== null && known.has(id),
    );
    const key = above ?? "";
    const siblings = children.get(key);
    if (siblings) siblings.push(node);
    else children.set(key, [node]);
  }
  return children;
}

/** One work package as a row. What was cancelled stands where it was planned. */
function workRow(
  node: OutlineNode,
  dated: DatedWork | undefined,
  place: { level: number; parentId: string | null },
): Row {
  const state = workState({ ...node, waitsFor: dated?.waitsFor.length ?? 0 });
  const slipDays = dated?.slipDays ?? null;
  return {
    id: node.id,
    kind: "workPackage",
    ...place,
    title: node.title,
    label: node.label,
    open: null,
    workPackages: 1,
    owner: node.owner,
    state,
    startsOn: dated?.start ?? node.startsOn,
    endsOn: dated?.end ?? node.endsOn,
    baselineStartsOn: dated?.baseline?.start ?? null,
    baselineEndsOn: dated?.baseline?.end ?? null,
    slipDays,
    slipReason: dated?.slipReason ?? null,
    progress: rollUp(node.proved, node.deliverables),
    critical: dated?.critical ?? false,
    floatDays: dated?.floatDays ?? null,
    movable: dated?.movable ?? false,
  };
}

const first = (days: readonly (string | null)[]): string | null =>
  days
    .flatMap((day) => day ?? [])
    .reduce<string | null>((least, day) => (least === null || day < least ? day : least), null);
const last = (days: readonly (string | null)[]): string | null =>
  days
    .flatMap((day) => day ?? [])
    .reduce<string | null>((most, day) => (most === null || day > most ? day : most), null);

/** A phase or period with the sums of the work packages under it; its own days when it holds none. */
function sumRow(
  node: OutlineNode,
  work: readonly Row[],
  place: { level: number; parentId: string | null; open: boolean },
): Row {
  const counted = work.filter(({ state }) => state !== "cancelled");
  const endsOn = last(counted.map((row) => row.endsOn));
  const baselineEndsOn = last(counted.map((row) => row.baselineEndsOn));
  const done = counted.filter(({ state }) => state === "done").length;
  const begun = counted.some(({ state }) => state === "under_way" || state === "done");
  return {
    id: node.id,
    kind: node.kind,
    ...place,
    title: node.title,
    label: node.label,
    workPackages: counted.length,
    owner: node.owner,
    state: counted.length > 0 && done === counted.length ? "done" : begun ? "under_way" : "not_started",
    startsOn: first(counted.map((row) => row.startsOn)) ?? node.startsOn,
    endsOn: endsOn ?? node.endsOn,
    baselineStartsOn: first(counted.map((row) => row.baselineStartsOn)),
    baselineEndsOn,
    slipDays: endsOn && baselineEndsOn ? daysBetween(baselineEndsOn, endsOn) : null,
    slipReason: null,
    progress: rollUp(
      counted.reduce((sum, row) => sum + row.progress.done, 0),
      counted.reduce((sum, row) => sum + row.progress.total, 0),
    ),
    critical: counted.some((row) => row.critical),
    floatDays: null,
    movable: false,
  };
}

/** All rows that are shown, in the order of the plan: what is not open is summed up in one row. */
export function timelineRows(
  outline: readonly OutlineNode[],
  dated: ReadonlyMap<string, DatedWork>,
  open: ReadonlySet<string>,
): Row[] {
  const children = childrenOf(outline);
  const build = (
    node: OutlineNode,
    level: number,
    parentId: string | null,
  ): { shown: Row[]; work: Row[] } => {
    if (node.kind === "workPackage") {
      const row = workRow(node, dated.get(node.id), { level, parentId });
      return { shown: [row], work: [row] };
    }
    const below = (children.get(node.id) ?? []).map((child) => build(child, level + 1, node.id));
    const work = below.flatMap((one) => one.work);
    const row = sumRow(node, work, { level, parentId, open: open.has(node.id) });
    return { shown: open.has(node.id) ? [row, ...below.flatMap((one) => one.shown)] : [row], work };
  };
  return (children.get("") ?? []).flatMap((node) => build(node, 0, null).shown);
}
