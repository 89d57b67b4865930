import { newId } from "#kernel/ids.ts";
import { dateNodes } from "#modules/playbook/rules/schedule/date-nodes.ts";
import type { PlanContent, PlanNode } from "#modules/playbook/rules/import/types.ts";

/** What the reader found besides the node's place and words. */
export type Facts = Omit<PlanNode, "kind" | "path" | "parent" | "text" | "lines">;

/** A node as it is written to the table. */
export interface NodeRow {
  id: string;
  kind: string;
  path: string;
  parent_id: string | null;
  phase_id: string | null;
  work_package_id: string | null;
  position: number;
  text: string;
  label: string | null;
  group: string | null;
  line_from: number;
  line_to: number;
  span: unknown;
  due: unknown;
  source_state: string | null;
  completes_id: string | null;
  owner_hint: string | null;
  notes: string | null;
  implicit: boolean;
  facts: Facts;
  starts_on: string | null;
  ends_on: string | null;
  due_on: string | null;
}

const factsOf = ({ kind: _k, path: _p, parent: _r, text: _t, lines: _l, ...facts }: PlanNode): Facts => facts;

/** The nearest node of a kind above, or the node itself. */
function ancestor(node: PlanNode, kind: string, byPath: ReadonlyMap<string, PlanNode>): PlanNode | undefined {
  let current: PlanNode | undefined = node;
  while (current && current.kind !== kind)
    current = current.parent === null ? undefined : byPath.get(current.parent);
  return current;
}

/**
 * Turns a reading into rows. `known` are the ids of nodes the plan has already, by path; every other node gets a new
 * one. `startOn` is the plan's first day.
 */
export function nodeRows(
  reading: PlanContent,
  known: ReadonlyMap<string, string>,
  startOn: string,
): NodeRow[] {
  const ids = new Map(reading.nodes.map((node) => [node.path, known.get(node.path) ?? newId()]));
  const byPath = new Map(reading.nodes.map((node) => [node.path, node]));
  const dates = dateNodes(reading.nodes, reading.targets, startOn);
  const idOf = (path: string | null | undefined) => (path ? (ids.get(path) ?? null) : null);
  return reading.nodes.map((node, position) => {
    const day = dates.get(node.path);
    return {
      id: idOf(node.path) ?? newId(),
      kind: node.kind,
      path: node.path,
      parent_id: idOf(node.parent),
      phase_id: idOf(ancestor(node, "phase", byPath)?.path),
      work_package_id: idOf(ancestor(node, "workPackage", byPath)?.path),
      position,
      text: node.text,
      label: node.label ?? null,
      group: node.group ?? null,
      line_from: node.lines[0],
      line_to: node.lines[1],
      span: node.span ?? null,
      due: node.due ?? null,
      source_state: node.state ?? null,
      completes_id: idOf(node.completes),
      owner_hint: node.owner ?? null,
      notes: node.notes ?? null,
      implicit: node.implicit ?? false,
      facts: factsOf(node),
      starts_on: day?.startsOn ?? null,
      ends_on: day?.endsOn ?? null,
      due_on: day?.dueOn ?? null,
    };
  });
}
