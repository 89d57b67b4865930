import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";

/** A living thing that proves something exists. */
export interface EvidenceRow {
  id: string;
  label: string;
  detail?: string;
  href?: string;
}

/**
 * A kind of proof, such as published pages. A deliverable is bound to it with a filter and a least number;
 * when the things disappear, so does the proof.
 */
export interface EvidenceDefinition {
  /** `module.noun`; stable. */
  kind: string;
  title: string;
  /** What may be asked of it, for example `{ status: "published" }`. JSON-safe. */
  filter: z.ZodType;
  /** Names of events after which bound deliverables are judged again. */
  changedBy: readonly string[];
  /** The things that fit the filter at the instant. */
  find(
    db: Db,
    query: { asOf: Temporal.Instant; filter: unknown; limit: number },
  ): Promise<{ count: number; rows: EvidenceRow[] }>;
}

/** Declares a kind of evidence. */
export const defineEvidence = (definition: EvidenceDefinition): EvidenceDefinition => definition;

/** The kinds of evidence that the installed modules can show. */
export interface EvidenceRegistry {
  find(kind: string): EvidenceDefinition | undefined;
  list(): readonly EvidenceDefinition[];
}

/** Builds the registry; a kind declared twice is a fault of the build. */
export function createEvidenceRegistry(definitions: readonly EvidenceDefinition[]): EvidenceRegistry {
  const byKind = new Map<string, EvidenceDefinition>();
  for (const definition of definitions) {
    if (byKind.has(definition.kind)) throw new Error(`Evidence ${definition.kind} is declared twice`);
    byKind.set(definition.kind, definition);
  }
  return { find: (kind) => byKind.get(kind), list: () => [...byKind.values()] };
}
