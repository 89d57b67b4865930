import { z } from "zod";
import { readTableQuery } from "#web/table/table-query.ts";

const FILTERS = ["agent", "verb", "activity", "registration", "from", "to"];
const day = z.iso.date();

/** A millisecond before a local day begins: what is stored after it is of that day or later. */
const before = (on: Temporal.PlainDate, zone: string): string =>
  on.toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 }).toString();

/** Which statements an address asks for, its days as those of a zone; and what of it cannot be meant, by field. */
export function readStatementQuery(url: string, zone: string) {
  const query = readTableQuery(url, { filters: FILTERS });
  const { agent, verb, activity, registration, from, to } = query.filters;
  const faults: Record<string, string> = {};
  const filter: Record<string, string> = {};
  const keep = (name: string, value: string | undefined) => {
    if (value !== undefined) filter[name] = value;
  };
  const readDay = (name: string, text: string | undefined): Temporal.PlainDate | undefined => {
    if (text === undefined) return undefined;
    if (day.safeParse(text).success) return Temporal.PlainDate.from(text);
    faults[name] = "Write a day, such as 2027-05-14";
    return undefined;
  };
  keep("agent", agent);
  keep("verb", verb);
  keep("activity", activity);
  if (registration === undefined || z.uuid().safeParse(registration).success)
    keep("registration", registration);
  else faults.registration = "Write a registration as the statement has it, a UUID";
  const first = readDay("from", from);
  const last = readDay("to", to);
  if (first) filter.since = before(first, zone);
  if (last) filter.until = before(last.add({ days: 1 }), zone);
  return { query, filter, faults };
}
