import type { z } from "zod";
import type { ListRisks } from "#modules/playbook/contract/risks.ts";
import { readTableQuery } from "#web/table/table-query.ts";

type Input = z.input<typeof ListRisks>;

const BANDS = ["low", "moderate", "high", "critical"] as const;
const STATUSES = ["open", "happened", "closed"] as const;
const SORTS = ["score", "text", "owner", "status"] as const;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

// An old or mistyped address narrows nothing, rather than failing.
const known = <Value extends string>(values: readonly Value[], asked: string | undefined | null) =>
  values.find((value) => value === asked);
const rating = (asked: string | undefined) => (asked && /^[1-5]$/u.test(asked) ? Number(asked) : undefined);

/** What the list's address asks, as the operation takes it; `cell` is the cell of the map it shows. */
export function riskQuery(url: string) {
  const query = readTableQuery(url, {
    sorts: SORTS,
    filters: ["band", "owner", "status", "moved", "probability", "impact"],
    defaultSort: "-score",
  });
  const { band, owner, status, moved } = query.filters;
  const probability = rating(query.filters.probability);
  const impact = rating(query.filters.impact);
  const input: Input = {
    search: query.q || undefined,
    band: known(BANDS, band),
    unrated: band === "unrated" ? true : undefined,
    unowned: owner === "nobody" ? true : undefined,
    ownerId: owner && ID.test(owner) ? owner : undefined,
    status: known(STATUSES, status),
    moved: moved === "yes" ? true : undefined,
    probability,
    impact,
    sort: known(SORTS, query.sort),
    direction: query.direction,
    cursor: query.cursor ?? undefined,
  };
  const cell = probability && impact ? { probability, impact } : null;
  return { query, input, cell };
}
