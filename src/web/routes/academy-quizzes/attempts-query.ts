import type { z } from "zod";
import { ListAttempts } from "#modules/academy/contract/quiz-staff.ts";
import { readTableQuery } from "#web/table/table-query.ts";

/** What a list of attempts was asked for. */
export function attemptsQuery(url: string) {
  const query = readTableQuery(url, { filters: ["status"] });
  const input: z.input<typeof ListAttempts> = {
    status: ListAttempts.shape.status.safeParse(query.filters.status).data,
    text: query.q.slice(0, 200) || undefined,
    cursor: query.cursor ?? undefined,
  };
  return { query, input };
}
