import { z } from "zod";
import { readTableQuery } from "#web/table/table-query.ts";

const State = z.enum(["open", "suspended", "ended"]);

/** What the address asks of the queue, for the page and its CSV. */
export function readDunningQuery(url: string) {
  const query = readTableQuery(url);
  const state = State.safeParse(new URL(url, "http://page.invalid").searchParams.get("state")).data;
  return { query, filter: { text: query.q.slice(0, 120), state } };
}
