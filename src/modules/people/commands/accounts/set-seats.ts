import { z } from "zod";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockAccount } from "#modules/people/memberships/lock-members.ts";
import { setSeatLimit } from "#modules/people/memberships/seats.ts";

const Input = z.object({
  accountId: z.uuid(),
  limit: z.number().int().min(1).max(100_000).nullable().describe("Null: as many as it likes"),
});

/** Sets how many members a customer's account may have; who is in stays in. Errors: those of `lockAccount`. */
export const setSeats = defineCommand({
  name: "people.set_seats",
  title: "Set how many members a customer's account may have",
  http: "PUT /customers/:accountId/seats",
  access: "people:edit",
  input: Input,
  output: Input,
  load: (tx, { accountId }) => lockAccount(tx, accountId),
  run: async ({ tx, input }) => {
    await setSeatLimit(tx, input);
    return input;
  },
});
