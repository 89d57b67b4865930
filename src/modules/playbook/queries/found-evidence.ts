import type { Db } from "#kernel/db/database.ts";
import type { EvidenceRegistry, EvidenceRow } from "#kernel/evidence/registry.ts";
import { BROUGHT_KINDS } from "#modules/playbook/evidence.ts";
import type { StoredBinding } from "#modules/playbook/queries/bindings.ts";
import { type BroughtEvidence, broughtEvidence } from "#modules/playbook/queries/brought-evidence.ts";
import type { FoundBinding } from "#modules/playbook/rules/evidence/types.ts";

/** As many things of one binding are read and remembered. */
const MOST_ROWS = 50;

/** A binding with what was found for it, rows in full. */
export type BindingWithEvidence = StoredBinding & FoundBinding & { rows: EvidenceRow[] };

interface Search {
  registry: EvidenceRegistry;
  asOf: Temporal.Instant;
}

interface Found {
  title: string;
  live: boolean;
  found: number;
  rows: EvidenceRow[];
}

const isBrought = ({ kind }: StoredBinding): boolean => BROUGHT_KINDS.some((own) => own === kind);

/** Asks a kind once for each filter, however many bindings share it. */
async function askKind(db: Db, { registry, asOf }: Search, { kind, filter }: StoredBinding): Promise<Found> {
  const definition = registry.find(kind);
  const asked = definition?.filter.safeParse(filter);
  // A suggestion was made before the module came; what it does not understand, it cannot show.
  if (!definition || !asked?.success)
    return { title: definition?.title ?? titleOfKind(kind), live: false, found: 0, rows: [] };
  const { count, rows } = await definition.find(db, { asOf, filter: asked.data, limit: MOST_ROWS });
  return { title: definition.title, live: true, found: count, rows: rows.slice(0, MOST_ROWS) };
}

/** "site.page" → "Site page": a name for a kind before its module says its own. */
export function titleOfKind(kind: string): string {
  const words = kind.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const keyOf = ({ kind, filter }: StoredBinding): string => `${kind} ${JSON.stringify(filter)}`;
const placeOf = (deliverableId: string, kind: string): string => `${deliverableId} ${kind}`;

/**
 * What exists for each binding, keyed by its id. One query for everything people brought, and one for each kind and
 * filter of the other modules, whatever the number of deliverables.
 */
export async function foundEvidence(
  db: Db,
  search: Search,
  bindings: readonly StoredBinding[],
): Promise<Map<string, BindingWithEvidence>> {
  const deliverableIds = [...new Set(bindings.filter(isBrought).map(({ deliverableId }) => deliverableId))];
  const own =
    deliverableIds.length > 0 ? await broughtEvidence(db, { deliverableIds, limit: MOST_ROWS }) : [];
  const byPlace = new Map<string, BroughtEvidence>(
    own.map((evidence) => [placeOf(evidence.deliverableId, evidence.kind), evidence]),
  );
  const asked = new Map<string, Found>();
  const found = new Map<string, BindingWithEvidence>();
  for (const binding of bindings) {
    const key = keyOf(binding);
    let evidence: Found | undefined;
    if (isBrought(binding)) {
      const things = byPlace.get(placeOf(binding.deliverableId, binding.kind));
      const title = search.registry.find(binding.kind)?.title ?? titleOfKind(binding.kind);
      evidence = { title, live: true, found: things?.count ?? 0, rows: things?.rows ?? [] };
    } else {
      evidence = asked.get(key) ?? (await askKind(db, search, binding));
      asked.set(key, evidence);
    }
    found.set(binding.id, { ...binding, ...evidence });
  }
  return found;
}
