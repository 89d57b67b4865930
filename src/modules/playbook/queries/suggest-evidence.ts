import { defineQuery } from "#kernel/operation/operation.ts";
import { EvidenceSuggestions, SuggestEvidence } from "#modules/playbook/contract/evidence.ts";
import { getDeliverableRow } from "#modules/playbook/queries/deliverable.ts";
import { titleOfKind } from "#modules/playbook/queries/found-evidence.ts";
import { suggestBinding, type Suggestion } from "#modules/playbook/rules/evidence/suggest-binding.ts";

// What always can be brought, whatever the plan says.
const ALWAYS: readonly Suggestion[] = [
  { kind: "playbook.file", filter: {}, minCount: 1, why: "Bring a file" },
  { kind: "playbook.link", filter: {}, minCount: 1, why: "Name an address where it can be seen" },
  { kind: "playbook.note", filter: {}, minCount: 1, why: "Sign a note" },
];

/** What could prove a deliverable, best first. `live` false: it counts once its module is there. */
export const suggestEvidence = defineQuery({
  name: "playbook.suggest_evidence",
  title: "Propose what could prove a deliverable",
  http: "GET /playbook/deliverables/:deliverableId/suggestions",
  access: "playbook:read",
  input: SuggestEvidence,
  output: EvidenceSuggestions,
  load: (db, { deliverableId }) => getDeliverableRow(db, deliverableId),
  run: async ({ evidence }, { text }) => {
    const best = suggestBinding(text);
    const others = ALWAYS.filter(({ kind }) => kind !== best.kind);
    return {
      suggestions: [best, ...others].map((suggestion) => ({
        ...suggestion,
        title: evidence.find(suggestion.kind)?.title ?? titleOfKind(suggestion.kind),
        live: evidence.find(suggestion.kind) !== undefined,
      })),
    };
  },
});
