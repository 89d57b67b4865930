import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor, StaffRole } from "#kernel/actor.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { type AuthHouse, openAuthHouse, PASSWORD } from "#test/auth-house.ts";
import { openVisitor } from "#test/visitor.ts";

/** A house whose people have all joined. */
async function openOffice() {
  const house = await openAuthHouse();
  const join = async (name: string, role: StaffRole): Promise<Extract<Actor, { kind: "person" }>> => {
    const { id } = await house.addPerson(name, role);
    await house.app.database.db.execute(sql`UPDATE auth.person SET joined_at = created_at WHERE id = ${id}`);
    return { kind: "person", personId: id, role };
  };
  return { house, join };
}

describe("inviting", () => {
  let house: AuthHouse;
  let owner: Actor;
  before(async () => {
    const office = await openOffice();
    house = office.house;
    owner = await office.join("Olga", "owner");
  });
  after(() => house.close());
  const bob = { name: "Bob", email: " BOB@Example.test ", role: "editor" } as const;

  it("mails a link that works once and lets the person choose a password", async () => {
    const { personId, expiresAt } = await house.call("staff.invite_person", bob, owner);
    assert.equal(expiresAt, "2027-01-11T09:00:00Z");
    assert.equal((await house.call("staff.get_person", { personId }, owner)).status, "invited");
    const [mail] = await house.mails("invitation");
    assert.equal(mail?.to, "bob@example.test");
    const visitor = openVisitor(house.auth);
    visitor.keep(
      await visitor.door().useLink({ token: await house.mailedToken("invitation"), password: PASSWORD }),
    );
    assert.equal((await house.auth.viewerOf(visitor.request()))?.role, "editor");
    assert.equal((await house.call("staff.get_person", { personId }, owner)).status, "active");
  });

  it("refuses an address that is here already", async () => {
    await assert.rejects(house.call("staff.invite_person", bob, owner), {
      kind: "conflict",
      code: "auth.email_taken",
    });
  });

  it("lets one address in once, ten at once", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        house.call("staff.invite_person", { ...bob, email: "same@example.test" }, owner),
      ),
    );
    assert.equal(answers.filter((answer) => answer.status === "fulfilled").length, 1);
  });

  it("mails again, and the earlier link ends", async () => {
    const { personId } = await house.call(
      "staff.invite_person",
      { ...bob, email: "late@example.test" },
      owner,
    );
    const first = await house.mailedToken("invitation");
    await house.call("staff.resend_invitation", { personId }, owner);
    const second = await house.mailedToken("invitation");
    const door = openVisitor(house.auth).door();
    await assert.rejects(door.readLink(first), { code: "auth.link_over" });
    assert.equal((await door.readLink(second)).email, "late@example.test");
  });

  it("is no owner's making for an admin", async () => {
    const chief = { ...bob, email: "chief@example.test", role: "owner" } as const;
    await assert.rejects(house.call("staff.invite_person", chief, "admin"), { code: "access.forbidden" });
    await assert.rejects(house.call("staff.create_person", chief, "admin"), { code: "access.forbidden" });
  });

  it("waits for a person when an agent asks", async () => {
    const agent: Actor = {
      kind: "token",
      tokenId: newId(),
      personId: (owner as { personId: string }).personId,
      role: "owner",
      scopes: ["*"],
      agent: true,
    };
    const held = house.call("staff.invite_person", { ...bob, email: "agent@example.test" }, agent);
    assert.equal(((await held) as unknown as { status: string }).status, "open");
    const found = await house.call("staff.list_people", { text: "agent@" }, owner);
    assert.deepEqual(found.items, []);
  });
});

describe("links from the command line", () => {
  it("let a person in, and are shown once", async () => {
    const { house } = await openOffice();
    const system = { kind: "system", name: "cli" } as const;
    const eve = { name: "Eve", email: "eve@example.test", role: "admin" } as const;
    const key = { actor: system, idempotencyKey: "k" };
    const made = (await house.app.call("staff.create_person", eve, key)) as { url: string };
    await assert.rejects(house.app.call("staff.create_person", eve, key), {
      code: "idempotency.secret_shown",
    });
    const token = new URL(made.url).searchParams.get("token") ?? "";
    const everything = await rows<{ kept: string }>(
      house.app.database.db,
      sql`SELECT row_to_json(k)::text AS kept FROM kernel.idempotency_key k
          UNION ALL SELECT row_to_json(a)::text FROM kernel.audit_entry a
          UNION ALL SELECT row_to_json(l)::text FROM auth.link l`,
    );
    assert.ok(everything.length > 2 && everything.every(({ kept }) => !kept.includes(token)));
    await openVisitor(house.auth).door().useLink({ token, password: PASSWORD });
    const reset = (await house.app.call("staff.create_reset_link", { email: eve.email })) as { url: string };
    const again = new URL(reset.url).searchParams.get("token") ?? "";
    await openVisitor(house.auth).door().useLink({ token: again, password: "another lantern 9 sea" });
    await assert.rejects(house.call("staff.create_reset_link", { email: eve.email }, "admin"), {
      code: "access.forbidden",
    });
    await assert.rejects(house.app.call("staff.create_reset_link", { email: "no@example.test" }), {
      code: "staff.person_unknown",
    });
    await house.close();
  });
});

describe("the last owner", () => {
  let house: AuthHouse;
  let join: Awaited<ReturnType<typeof openOffice>>["join"];
  before(async () => {
    ({ house, join } = await openOffice());
  });
  after(() => house.close());
  const owners = () =>
    rows<{ id: string }>(
      house.app.database.db,
      sql`SELECT id FROM auth.person WHERE role = 'owner' AND disabled_at IS NULL`,
    );

  it("stays an owner, whoever asks", async () => {
    const only = await join("Olga", "owner");
    const invited = await house.addPerson("Invited", "owner");
    await assert.rejects(house.call("staff.change_role", { personId: only.personId, role: "admin" }, only), {
      code: "staff.last_owner",
    });
    await assert.rejects(house.app.call("staff.disable_person", { personId: only.personId }), {
      code: "staff.last_owner",
    });
    await house.app.call("staff.disable_person", { personId: invited.id });
    assert.equal((await owners()).length, 1);
  });

  it("remains when owners take each other's role at the same moment", async () => {
    const names = Array.from({ length: 8 }, (_, at) => `Owner${at}`);
    const all: Awaited<ReturnType<typeof join>>[] = [];
    for (const name of names) all.push(await join(name, "owner"));
    const answers = await Promise.allSettled(
      all.flatMap((actor, at) => {
        const personId = all[(at + 1) % all.length]!.personId;
        return [
          house.call("staff.change_role", { personId, role: "viewer" }, actor),
          house.call("staff.disable_person", { personId }, actor),
        ];
      }),
    );
    for (const answer of answers)
      if (answer.status === "rejected") assert.equal(answer.reason.code, "staff.last_owner");
    // Olga of the test before is the one who is left when the eight have undone each other.
    assert.equal((await owners()).length, 1);
  });

  it("remains when two take each other's role", async () => {
    for (let round = 0; round < 10; round++) {
      await house.app.database.db.execute(
        sql`UPDATE auth.person SET disabled_at = now() WHERE role = 'owner'`,
      );
      const [one, two] = [await join(`A${round}`, "owner"), await join(`B${round}`, "owner")];
      const answers = await Promise.allSettled([
        house.call("staff.change_role", { personId: two.personId, role: "viewer" }, one),
        house.call("staff.change_role", { personId: one.personId, role: "viewer" }, two),
      ]);
      assert.deepEqual(answers.map((answer) => answer.status).toSorted(), ["fulfilled", "rejected"]);
      assert.equal((await owners()).length, 1);
    }
  });
});

describe("people", () => {
  let house: AuthHouse;
  let owner: Extract<Actor, { kind: "person" }>;
  let join: Awaited<ReturnType<typeof openOffice>>["join"];
  before(async () => {
    ({ house, join } = await openOffice());
    owner = await join("Olga", "owner");
  });
  after(() => house.close());

  it("are listed by name, page by page, and found by part of a name", async () => {
    for (const name of ["bea", "Änne", "Carl", "adam", "Dora"]) await join(name, "viewer");
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.call("staff.list_people", { limit: 2, cursor }, "viewer");
      names.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    assert.deepEqual(names, ["adam", "Änne", "bea", "Carl", "Dora", "Olga"]);
    const found = await house.call("staff.list_people", { text: "OLG", role: "owner" }, owner);
    assert.deepEqual(
      found.items.map((item) => item.personId),
      [owner.personId],
    );
    await assert.rejects(house.call("staff.list_people", { cursor: "nonsense" }, owner), {
      code: "staff.cursor_invalid",
    });
  });

  it("have another role from their next request on", async () => {
    const eve = await join("Eve", "viewer");
    const visitor = openVisitor(house.auth);
    visitor.keep(
      await visitor.door().signIn({ email: "eve@example.test", password: PASSWORD, remember: true }),
    );
    await house.call("staff.change_role", { personId: eve.personId, role: "editor" }, owner);
    assert.equal((await house.auth.viewerOf(visitor.request()))?.role, "editor");
    const events = await rows<{ payload: object }>(
      house.app.database.db,
      sql`SELECT payload FROM kernel.event WHERE name = 'staff.role_changed'`,
    );
    assert.deepEqual(
      events.map(({ payload }) => payload),
      [{ personId: eve.personId, role: "editor", before: "viewer" }],
    );
  });

  it("are out at once when shut out: browsers, tokens, links; and come back without their tokens", async () => {
    const fred = await join("Fred", "editor");
    const visitor = openVisitor(house.auth);
    visitor.keep(
      await visitor.door().signIn({ email: "fred@example.test", password: PASSWORD, remember: true }),
    );
    const { token } = await house.call("staff.create_token", { name: "trial" }, fred);
    const bearer = () =>
      house.auth.actorOf(
        new Request("http://127.0.0.1:3000/", { headers: { authorization: `Bearer ${token}` } }),
      );
    assert.equal((await bearer()).kind, "token");
    await house.call("staff.disable_person", { personId: fred.personId }, owner);
    assert.equal(await house.auth.viewerOf(visitor.request()), null);
    await assert.rejects(bearer, { code: "auth.token_invalid" });
    await house.call("staff.enable_person", { personId: fred.personId }, owner);
    assert.equal(await house.auth.viewerOf(visitor.request()), null);
    await assert.rejects(bearer, { code: "auth.token_invalid" });
    const again = await visitor
      .door()
      .signIn({ email: "fred@example.test", password: PASSWORD, remember: true });
    assert.equal(again.step, "signed_in");
  });

  it("cannot shut themselves out", async () => {
    await assert.rejects(house.call("staff.disable_person", { personId: owner.personId }, owner), {
      code: "access.forbidden",
    });
  });

  it("know themselves and change what is theirs", async () => {
    const gil = await join("Gil", "finance");
    await house.call("staff.update_profile", { name: "Gil Blas", zone: "Europe/Madrid" }, gil);
    const me = await house.call("staff.get_me", {}, gil);
    assert.deepEqual([me.name, me.zone, me.locale, me.role], ["Gil Blas", "Europe/Madrid", null, "finance"]);
    assert.ok(me.permissions.includes("staff:read") && !me.permissions.includes("staff:manage"));
    await house.call("staff.update_profile", { zone: null, locale: "es" }, gil);
    const later = await house.call("staff.get_me", {}, gil);
    assert.deepEqual([later.name, later.zone, later.locale], ["Gil Blas", null, "es"]);
    await assert.rejects(house.call("staff.update_profile", { zone: "Mars/Base" }, gil), { kind: "invalid" });
    await assert.rejects(house.call("staff.update_profile", { locale: "not a tag" }, gil), {
      kind: "invalid",
    });
  });

  it("are exported from every module, to themselves and to managers alone", async () => {
    const joe = await join("Joe", "editor");
    const own = await house.call("staff.export_personal_data", {}, joe);
    assert.ok(own.tables.some((one) => one.table === "auth.person" && one.rows.length === 1));
    assert.ok(own.tables.some(({ table }) => table.startsWith("playbook.")));
    const kim = await join("Kim", "editor");
    await assert.rejects(house.call("staff.export_personal_data", { personId: joe.personId }, kim), {
      kind: "forbidden",
    });
    const asked = await house.call("staff.export_personal_data", { personId: joe.personId }, "admin");
    assert.equal(asked.personId, joe.personId);
  });

  it("are forgotten on request, down to a nameless row", async () => {
    const ida = await join("Ida", "viewer");
    await house.call("staff.create_token", { name: "of Ida" }, ida);
    await assert.rejects(house.call("staff.erase_person", { personId: ida.personId }, ida), {
      kind: "forbidden",
    });
    await house.call("staff.erase_person", { personId: ida.personId });
    const left = await firstRow<{ all: string }>(
      house.app.database.db,
      sql`SELECT concat((SELECT string_agg(row_to_json(p)::text, '') FROM auth.person p),
                        (SELECT string_agg(row_to_json(t)::text, '') FROM auth.api_token t)) AS "all"`,
    );
    assert.ok(left && !/\bIda\b|ida@/i.test(left.all));
    const { rows: erased } = await house.app.database.db.execute(
      sql`SELECT disabled_at FROM auth.person WHERE id = ${ida.personId}`,
    );
    assert.ok(erased[0]?.disabled_at, "nobody signs in under an erased name");
  });
});
