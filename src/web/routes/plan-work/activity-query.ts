import type { z } from "zod";
import type { ListActivity } from "#modules/playbook/contract/activity.ts";
import { readTableQuery } from "#web/table/table-query.ts";

/** Areas of the plan's life, as the filter offers them. */
export const AREAS = [
  { value: "plan", label: "Plan, numbers and gates" },
  { value: "schedule", label: "Schedule" },
  { value: "people", label: "People and actions" },
  { value: "evidence", label: "Evidence" },
  { value: "risks", label: "Risks" },
  { value: "reviews", label: "Reviews and experiments" },
] as const;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** What the feed's address asks, as the operation takes it; what is not known narrows nothing. */
export function activityQuery(url: string) {
  const query = readTableQuery(url, { filters: ["what", "person"] });
  const { what, person } = query.filters;
  const input: z.input<typeof ListActivity> = {
    what: AREAS.find(({ value }) => value === what)?.value,
    personId: person && ID.test(person) ? person : undefined,
    cursor: query.cursor ?? undefined,
  };
  return { query, input };
}
