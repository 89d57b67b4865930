import type { z } from "zod";
import type {
  DeliverablePage,
  EvidencePage,
  ListDeliverables,
  ListEvidence,
} from "#modules/playbook/contract/evidence.ts";
import { type Choice, knownChoice, knownId } from "#web/table/known-choice.ts";
import { readTableQuery, type TableQuery } from "#web/table/table-query.ts";

export type Deliverables = z.output<typeof DeliverablePage>;
export type DeliverableRow = Deliverables["deliverables"][number];
export type Brought = z.output<typeof EvidencePage>;
export type BroughtItem = Brought["items"][number];

type Standing = NonNullable<z.input<typeof ListDeliverables>["standing"]>;
type Kind = NonNullable<z.input<typeof ListEvidence>["kind"]>;

export const STANDINGS: readonly Choice<Standing>[] = [
  { value: "proved", label: "Proved" },
  { value: "open", label: "Open" },
  { value: "reopened", label: "Reopened" },
  { value: "nothing_asked", label: "Open, nothing asked for" },
];

export const KINDS: readonly Choice<Kind>[] = [
  { value: "file", label: "File" },
  { value: "link", label: "Link" },
  { value: "note", label: "Signed note" },
];

const DELIVERABLE_SORTS: readonly Choice<NonNullable<z.input<typeof ListDeliverables>["sort"]>>[] = [
  { value: "text", label: "Deliverable" },
  { value: "owner", label: "Owner" },
  { value: "due", label: "Due" },
];

const BROUGHT_SORTS: readonly Choice<NonNullable<z.input<typeof ListEvidence>["sort"]>>[] = [
  { value: "added", label: "Brought" },
  { value: "title", label: "Evidence" },
];

/** What the list of deliverables was asked for, as the operation takes it. */
export function deliverablesQuery(url: string) {
  const query = readTableQuery(url, {
    filters: ["standing", "phase"],
    sorts: DELIVERABLE_SORTS.map(({ value }) => value),
  });
  const { standing, phase } = query.filters;
  const input: z.input<typeof ListDeliverables> = {
    search: query.q || undefined,
    standing: knownChoice(STANDINGS, standing),
    phaseId: knownId(phase),
    sort: knownChoice(DELIVERABLE_SORTS, query.sort ?? undefined),
    direction: query.direction,
  };
  return { query, input };
}

/** What the list of evidence was asked for, as the operation takes it. */
export function broughtQuery(url: string) {
  const query = readTableQuery(url, {
    filters: ["kind", "withdrawn"],
    sorts: BROUGHT_SORTS.map(({ value }) => value),
    defaultSort: "-added",
  });
  const { kind, withdrawn } = query.filters;
  const input: z.input<typeof ListEvidence> = {
    search: query.q || undefined,
    kind: knownChoice(KINDS, kind),
    includeWithdrawn: withdrawn === "yes",
    sort: knownChoice(BROUGHT_SORTS, query.sort ?? undefined),
    direction: query.direction,
  };
  return { query, input };
}

/** Search and filters of a list as an address, for the same list as a file. */
export function searchOf({ q, filters }: TableQuery): string {
  const search = new URLSearchParams(q ? { q, ...filters } : filters).toString();
  return search && `?${search}`;
}

/** How a deliverable stands, by the name of the state that shows it. */
export const standingOf = (row: {
  proved: boolean;
  reopenedAt: string | null;
}): "proved" | "open" | "reopened" => {
  if (row.proved) return "proved";
  return row.reopenedAt === null ? "open" : "reopened";
};
