import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";
import { defineModule, type Module } from "#kernel/module.ts";
import { modules } from "#main/modules.ts";
import { asHouse, createCustomer } from "#test/factories/customers.ts";
import { createPeople } from "#test/factories/people.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const RoomEntered = defineEvent({
  name: "rooms.entered",
  version: 1,
  title: "Somebody entered a room",
  payload: z.object({ accountId: z.uuid(), room: z.string() }),
});

/** A module that shows things on a customer's page, some of them to few. */
const rooms: Module = defineModule({
  name: "rooms",
  title: "Rooms",
  permissions: {
    "rooms:see": { title: "See rooms", roles: ["viewer"] },
    "rooms:secret": { title: "See secret rooms", roles: [] },
  },
  operations: [],
  events: [RoomEntered],
  accountCards: [
    { title: "Rooms", permission: "rooms:see", load: async () => [{ label: "Entered", value: "3 times" }] },
    { title: "Secrets", permission: "rooms:secret", load: async () => [{ label: "Code", value: "1234" }] },
    {
      title: "Broken",
      permission: "rooms:see",
      load: async () => {
        throw new Error("Out of order");
      },
    },
  ],
  timeline: [
    {
      event: RoomEntered.name,
      permission: "rooms:secret",
      tell: (payload) => {
        const { room } = RoomEntered.payload.parse(payload);
        if (room === "none") throw new Error("No such room");
        return { text: `Entered ${room}`, href: "/console/rooms" };
      },
    },
  ],
});

describe("a customer's page, put together from all modules", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ modules: [...(modules as readonly Module[]), rooms] });
    await createPeople(house);
  });
  after(() => house.close());

  it("shows each viewer the cards they may see, and names those that failed", async () => {
    const { accountId } = await createCustomer(house);
    const titles = async (as: "viewer" | "owner") => {
      const { cards, failed } = await house.call("people.list_account_cards", { accountId }, as);
      return [
        cards.map(({ title }) => title).filter((title) => ["Rooms", "Secrets"].includes(title)),
        failed,
      ];
    };
    assert.deepEqual(await titles("viewer"), [["Rooms"], ["Broken"]]);
    assert.deepEqual(await titles("owner"), [["Rooms", "Secrets"], ["Broken"]]);
  });

  it("tells each viewer what they may know of what happened, newest first, page by page", async () => {
    const { accountId } = await createCustomer(house);
    for (const room of ["the hall", "none", "the attic"])
      await asHouse(house, ({ emit }) => emit(RoomEntered, { accountId, room }));
    const told = async (as: "viewer" | "owner", cursor?: string) =>
      house.call("people.list_account_events", { accountId, limit: 2, cursor }, as);
    assert.deepEqual(
      (await told("viewer")).items.map(({ text }) => text),
      ["The account was opened at the checkout"],
    );
    const first = await told("owner");
    assert.deepEqual(
      first.items.map(({ text, href }) => [text, href]),
      [
        ["Entered the attic", "/console/rooms"],
        ["Somebody entered a room", null],
      ],
    );
    const second = await told("owner", first.nextCursor ?? "");
    assert.deepEqual(
      second.items.map(({ text }) => text),
      ["Entered the hall", "The account was opened at the checkout"],
    );
    assert.equal(second.nextCursor, null);
  });
});
