import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** Who vouches for what a client sends: an account at the house's address, named by the client's key. */
export const clientAuthority = (homePage: string, client: { name: string; key: string }): JsonObject => ({
  objectType: "Agent",
  name: client.name,
  account: { homePage, name: client.key },
});

/** Who vouches for what our own player records. */
export const houseAuthority = (homePage: string): JsonObject => ({
  objectType: "Agent",
  name: "Academy",
  account: { homePage, name: "academy" },
});

/** A student as an actor: an account at the house's address, named by the person's id. No e-mail address. */
export const studentActor = (homePage: string, student: { personId: string; name?: string }): JsonObject => ({
  objectType: "Agent",
  ...(student.name ? { name: student.name } : {}),
  account: { homePage, name: student.personId },
});
