import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { decodeList } from "@digitalbazaar/vc-bitstring-status-list";
import type { Hono } from "hono";
import { Hono as Web } from "hono";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Env } from "#kernel/http/env.ts";
import { badgeRoutes } from "#modules/academy/certificates/badges/badge-routes.ts";
import { graduate, type TestStudent } from "#test/factories/graduate.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const VISITOR = { kind: "anonymous" } as const;
type Graduate = TestStudent & { certificateId: string };

describe("the standing of a certificate", () => {
  let house: TestApp;
  let web: Hono<Env>;
  before(async () => {
    house = await openTestApp();
    web = new Web<Env>();
    badgeRoutes(web, {
      runtime: house.app,
      clock: house.clock,
      actorOf: async () => VISITOR,
    });
  });
  after(() => house.close());

  const get = async (path: string) => web.request(path);
  const json = async (path: string) => (await (await get(path)).json()) as Record<string, never>;
  const mine = ({ certificateId, actor }: Graduate) =>
    house.call("academy.get_my_certificate", { certificateId }, actor);
  const check = async (student: Graduate, serial?: string) =>
    house.call("academy.get_certificate", { serial: serial ?? (await mine(student)).serial }, VISITOR);
  const place = async ({ certificateId }: Graduate) =>
    (await firstRow<{ list: number; index: number }>(
      house.app.database.db,
      sql`SELECT status_list AS list, status_index AS index FROM academy.certificate WHERE id = ${certificateId}`,
    ))!;
  /** The bits that the world reads of a badge: revoked, suspended. */
  const bits = async (student: Graduate) => {
    const { list, index } = await place(student);
    return Promise.all(
      ["revocation", "suspension"].map(async (purpose) => {
        const { credentialSubject } = (await json(`/badges/status/${list}-${purpose}`)) as unknown as {
          credentialSubject: { encodedList: string; statusPurpose: string };
        };
        assert.equal(credentialSubject.statusPurpose, purpose);
        return (await decodeList(credentialSubject)).getStatus(index);
      }),
    );
  };
  const failed = async (student: Graduate) => {
    const badge = await json((await mine(student)).badgeHref!);
    const { checks } = await house.call("academy.verify_badge", { text: JSON.stringify(badge) }, VISITOR);
    return checks.filter(({ outcome }) => outcome === "failed").map(({ code }) => code);
  };

  it("is suspended and counts again; the lists and the verifier say so", async () => {
    const student = await graduate(house);
    const { certificateId } = student;
    assert.deepEqual([await bits(student), await failed(student)], [[false, false], []]);
    house.clock.set(Temporal.Instant.from("2027-01-05T10:00:00Z"));
    await house.call("academy.suspend_certificate", { certificateId, reason: "Looking into the capstone" });
    assert.deepEqual([await bits(student), await failed(student)], [[false, true], ["badge.suspended"]]);
    const told = await check(student);
    assert.deepEqual([told.standing, told.since], ["suspended", "2027-01-05T10:00:00Z"]);
    assert.ok(!JSON.stringify(told).includes("capstone"));
    await house.call("academy.reinstate_certificate", { certificateId, reason: "All is well" });
    assert.deepEqual([await bits(student), await failed(student)], [[false, false], []]);
  });

  it("is revoked once of twenty, for good, and can be issued anew", async () => {
    const student = await graduate(house);
    const { certificateId } = student;
    const { serial } = await mine(student);
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        house.call("academy.revoke_certificate", { certificateId, reason: "Somebody else's work" }),
      ),
    );
    assert.equal(attempts.filter(({ status }) => status === "fulfilled").length, 1);
    assert.deepEqual([await bits(student), await failed(student)], [[true, false], ["badge.revoked"]]);
    await assert.rejects(house.call("academy.reinstate_certificate", { certificateId, reason: "x" }), {
      code: "academy.certificate_not_suspended",
    });
    const anew = await house.call("academy.reissue_certificate", {
      certificateId,
      holderName: "Anna Ahrens",
      reason: "It was her own work after all",
    });
    assert.equal(anew.version, 2);
    const old = await check(student, serial);
    assert.equal(old.standing, "revoked");
    assert.equal((await check(student, old.replacedBy!)).standing, "valid");
  });

  it("is superseded by a corrected one, issued once of twenty", async () => {
    const student = await graduate(house, { buyer: { name: "Ana Ahrens" } });
    const { certificateId } = student;
    const { serial } = await mine(student);
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        house.call("academy.reissue_certificate", {
          certificateId,
          holderName: "Anna Ahrens",
          reason: "A letter was missing",
        }),
      ),
    );
    assert.equal(attempts.filter(({ status }) => status === "fulfilled").length, 1);
    const old = await check(student, serial);
    const next = await check(student, old.replacedBy!);
    assert.deepEqual(
      [old.standing, old.holderName, next.standing, next.holderName, next.version],
      ["superseded", "Ana Ahrens", "valid", "Anna Ahrens", 2],
    );
    assert.deepEqual(await failed(student), ["badge.superseded"]);
    const { items } = await house.call("academy.list_my_certificates", {}, student.actor);
    assert.deepEqual(
      items.map(({ version }) => version),
      [2],
    );
  });

  it("shows the name as its student allows, and to nobody once they are erased", async () => {
    const student = await graduate(house);
    const other = await graduate(house);
    const { certificateId } = student;
    const hide = (actor: Graduate["actor"]) =>
      house.call("academy.set_certificate_name_shown", { certificateId, showsName: false }, actor);
    await assert.rejects(hide(other.actor), { code: "academy.certificate_unknown" });
    assert.equal((await check(student)).holderName, "Anna Ahrens");
    await hide(student.actor);
    assert.equal((await check(student)).holderName, null);
    const { serial, badgeHref } = await mine(student);
    const source = house.app.registry.modules
      .flatMap(({ personalData }) => personalData ?? [])
      .find(({ table }) => table === "academy.certificate");
    await source!.erase(house.app.database.db, student.personId);
    const left = await house.call("academy.get_certificate", { serial }, VISITOR);
    assert.deepEqual([left.standing, left.holderName, left.isErased], ["valid", null, true]);
    assert.equal((await get(badgeHref!)).status, 410);
    const kept = await source!.export(house.app.database.db, student.personId);
    assert.ok(!JSON.stringify(kept).includes("Anna"));
    await assert.rejects(
      house.call("academy.reissue_certificate", { certificateId, holderName: "Anna", reason: "x" }),
      { code: "academy.certificate_erased" },
    );
  });

  it("travels inside of its images, and comes out of them whole", async () => {
    const student = await graduate(house);
    const { badgeHref } = await mine(student);
    const svg = await (await get(`${badgeHref}.svg`)).text();
    const png = Buffer.from(await (await get(`${badgeHref}.png`)).arrayBuffer());
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from("PNG")]);
    for (const image of [Buffer.from(svg), png]) {
      const imageBase64 = image.toString("base64");
      const { isValid } = await house.call("academy.verify_badge", { imageBase64 }, VISITOR);
      assert.ok(isValid);
    }
    for (let cut = 0; cut < png.length; cut += 97) {
      const imageBase64 = png.subarray(0, cut).toString("base64");
      if (imageBase64 === "") continue;
      const { isValid, checks } = await house.call("academy.verify_badge", { imageBase64 }, VISITOR);
      assert.ok(isValid || checks[0]!.outcome === "failed");
    }
  });

  it("is told to any page and any program: keys, issuer, achievement", async () => {
    const student = await graduate(house);
    const did = await get("/.well-known/did.json");
    assert.equal(did.headers.get("access-control-allow-origin"), "*");
    const { id, assertionMethod } = (await did.json()) as { id: string; assertionMethod: string[] };
    const badge = (await json((await mine(student)).badgeHref!)) as unknown as {
      issuer: { id: string };
      proof: { verificationMethod: string };
    };
    assert.equal(badge.issuer.id, id);
    assert.ok(assertionMethod.includes(badge.proof.verificationMethod));
    assert.equal((await json("/badges/issuer")).id, id);
    const achievement = await json(`/badges/achievements/${student.course.courseId}`);
    assert.deepEqual(achievement.type, ["Achievement"]);
    const image = await get(`/badges/achievements/${student.course.courseId}/image.png`);
    assert.equal(image.headers.get("content-type"), "image/png");
    assert.equal((await get("/badges/status/99-revocation")).status, 404);
    assert.equal((await get("/badges/credentials/0000000000000000")).status, 404);
  });
});
