import type { TableQuery } from "#web/table/table-query.ts";
import { readTableQuery } from "#web/table/table-query.ts";

const SPANS: Record<string, number> = { day: 1, week: 7, month: 30 };

/** Spans of time to choose from. */
export const spanOptions = [
  { value: "day", label: "Last 24 hours" },
  { value: "week", label: "Last 7 days" },
  { value: "month", label: "Last 30 days" },
];

const UUID = /^[0-9a-f-]{36}$/iu;

/** What the audit page asks for: its list's query, and the operation's filter. `now` is the request's instant. */
export function readAuditQuery(
  url: string,
  now: string,
): { query: TableQuery; filter: Record<string, string | undefined> } {
  const query = readTableQuery(url, { filters: ["actor", "operation", "since"] });
  const days = SPANS[query.filters.since ?? ""];
  return {
    query,
    filter: {
      actorId: query.filters.actor,
      operation: query.filters.operation,
      subjectId: UUID.test(query.q) ? query.q : undefined,
      from:
        days === undefined
          ? undefined
          : Temporal.Instant.from(now)
              .subtract({ hours: 24 * days })
              .toString(),
    },
  };
}
