import type { z } from "zod";
import type { MyWork } from "#modules/playbook/contract/work.ts";

export type Work = z.output<typeof MyWork>;
export type WorkItem = Work["items"][number];

/** Kinds of work, in the order of the tabs. */
export const WORK_KINDS = [
  { kind: "deliverable", many: "Deliverables", one: "Deliverable" },
  { kind: "action", many: "Actions", one: "Action" },
  { kind: "decision", many: "Decisions", one: "Decision" },
  { kind: "evidence", many: "Evidence", one: "Evidence" },
  { kind: "risk", many: "Risks", one: "Risk" },
] as const satisfies readonly { kind: WorkItem["kind"]; many: string; one: string }[];

const ONE = new Map<WorkItem["kind"], string>(WORK_KINDS.map(({ kind, one }) => [kind, one]));

/** What a line is, in a word. */
export const kindWord = (kind: WorkItem["kind"]): string => ONE.get(kind) ?? "";
