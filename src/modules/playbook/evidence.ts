import { z } from "zod";
import { defineEvidence, type EvidenceDefinition } from "#kernel/evidence/registry.ts";
import { broughtEvidence } from "#modules/playbook/queries/brought-evidence.ts";

/** Kinds of evidence that a person brings; each is counted for one deliverable. */
export const BROUGHT_KINDS = ["playbook.file", "playbook.link", "playbook.note"] as const;

const filter = z.object({ deliverableId: z.uuid() });

const brought = (kind: (typeof BROUGHT_KINDS)[number], title: string): EvidenceDefinition =>
  defineEvidence({
    kind,
    title,
    filter,
    // Bringing and withdrawing judge the deliverable in the same transaction.
    changedBy: [],
    find: async (db, query) => {
      const { deliverableId } = filter.parse(query.filter);
      const found = await broughtEvidence(db, { deliverableIds: [deliverableId], limit: query.limit });
      const own = found.find((evidence) => evidence.kind === kind);
      return { count: own?.count ?? 0, rows: own?.rows ?? [] };
    },
  });

/** A file that was uploaded. */
export const fileEvidence = brought("playbook.file", "File");

/** An address where the thing can be seen. */
export const linkEvidence = brought("playbook.link", "Link");

/** A person's word, signed with the person's name. */
export const noteEvidence = brought("playbook.note", "Signed note");
