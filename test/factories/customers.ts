import type { Actor } from "#kernel/actor.ts";
import { systemActor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { type CommandContext } from "#kernel/operation/operation.ts";
import { commandContext } from "#kernel/operation/execute.ts";
import { type Buyer, ensureBuyer } from "#modules/people/index.ts";
import type { TestApp } from "#test/harness.ts";

/** Somebody from Kiel. */
export const ANNA: Buyer = {
  email: "anna@example.com",
  name: "Anna Ahrens",
  country: "DE",
  city: "Kiel",
  line1: "Holtenauer Straße 1",
  postcode: "24105",
  currency: "EUR",
  locale: "de-DE",
  zone: "Europe/Berlin",
};

/** Runs work as the house itself, in one transaction. */
export const asHouse = <T>(
  house: TestApp,
  work: (context: CommandContext<undefined>) => Promise<T>,
): Promise<T> =>
  house.app.database.db.transaction((tx) =>
    work(
      commandContext(
        house.app,
        tx,
        { actor: systemActor("test"), requestId: newId(), now: house.clock.now() },
        undefined,
      ),
    ),
  );

/** A customer who can act. */
export interface TestCustomer {
  personId: string;
  accountId: string;
  email: string;
  actor: Actor;
}

/** Makes a customer with an account of their own; what is left out is Anna's. */
export async function createCustomer(house: TestApp, buyer: Partial<Buyer> = {}): Promise<TestCustomer> {
  const email = buyer.email ?? `${newId()}@example.com`;
  const { personId, accountId } = await asHouse(house, (context) =>
    ensureBuyer(context, { ...ANNA, ...buyer, email }),
  );
  return { personId, accountId, email, actor: { kind: "person", personId, role: null } };
}
