import { z } from "zod";
import { ListMovements, MovementKind } from "#modules/billing/contract/revenue.ts";
import { readTableQuery } from "#web/table/table-query.ts";

/** What the address asks of the list of movements, for the page and its CSV. */
export function readMovementsQuery(url: string) {
  const query = readTableQuery(url, { filters: ["kind", "month", "cohort", "account"] });
  const { kind, month, cohort, account } = query.filters;
  const filter = {
    kind: MovementKind.safeParse(kind).data,
    month: ListMovements.shape.month.safeParse(month).data,
    cohort: ListMovements.shape.cohort.safeParse(cohort).data,
    accountId: z.uuid().safeParse(account).data,
  };
  return { query, filter };
}
