import type { z } from "zod";
import type { ListExperiments } from "#modules/playbook/contract/experiments.ts";
import { readTableQuery } from "#web/table/table-query.ts";
import { STANDINGS } from "./experiment-words.tsx";

/** What the list's address asks, as the operation takes it. */
export function experimentQuery(url: string) {
  const query = readTableQuery(url, { filters: ["standing"] });
  const input: z.input<typeof ListExperiments> = {
    search: query.q || undefined,
    standing: STANDINGS.find(({ value }) => value === query.filters.standing)?.value,
    cursor: query.cursor ?? undefined,
  };
  return { query, input };
}
