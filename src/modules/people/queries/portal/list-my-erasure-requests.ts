import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ErasureRequest } from "#modules/people/contract/erasure.ts";
import { readRequests } from "#modules/people/queries/erasure/read-requests.ts";
import { ownPersonId } from "#modules/people/own-person.ts";

/** Whether one asked that one's data be erased, and what became of it. */
export const listMyErasureRequests = defineQuery({
  name: "people.list_my_erasure_requests",
  title: "List my requests to erase my data",
  http: "GET /account/erasure-requests",
  access: "customer",
  input: z.object({}),
  output: z.object({ items: z.array(ErasureRequest) }),
  run: async ({ db, actor }) => ({ items: await readRequests(db, ownPersonId(actor)) }),
});
