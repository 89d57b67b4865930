import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { publicUrl } from "#kernel/config.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import {
  type JsonDocument,
  type MultikeyPair,
  runBadgeJob,
  wholeSeconds,
} from "#modules/academy/certificates/badges/badge-job.ts";
import { signingKey } from "#modules/academy/certificates/badges/badge-keys.ts";
import { issuerOf } from "#modules/academy/rules/badges/issuer.ts";
import { graduate, type TestStudent } from "#test/factories/graduate.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const VISITOR = { kind: "anonymous" } as const;
type Badge = JsonDocument &
  Record<"issuer" | "credentialSubject" | "credentialStatus" | "proof", JsonDocument>;

describe("a badge", () => {
  let house: TestApp;
  let student: TestStudent & { certificateId: string };
  let badge: Badge;
  before(async () => {
    house = await openTestApp();
    await house.call("platform.update_settings", { key: "academy.certificates", value: { validMonths: 12 } });
    student = await graduate(house);
    badge = await badgeOf(student.certificateId);
  });
  after(() => house.close());

  const badgeOf = async (certificateId: string) =>
    (await firstRow<{ credential: Badge }>(
      house.app.database.db,
      sql`SELECT credential FROM academy.certificate WHERE id = ${certificateId}`,
    ))!.credential;
  const verify = (given: object | string) =>
    house.call(
      "academy.verify_badge",
      { text: typeof given === "string" ? given : JSON.stringify(given) },
      VISITOR,
    );
  /** The codes of what does not hold. */
  const faults = async (given: object | string) =>
    (await verify(given)).checks.filter(({ outcome }) => outcome === "failed").map(({ code }) => code);

  /** The badge changed and signed anew with our own key: what a signature cannot catch. */
  const signAnew = async (changes: JsonDocument, pair?: MultikeyPair): Promise<JsonDocument> => {
    const { proof: _old, ...credential } = { ...badge, ...changes };
    const { aside, sealer, config } = house.app.services;
    const keys = { db: house.app.database.db, aside, sealer, now: house.clock.now() };
    return runBadgeJob(aside, {
      kind: "sign",
      credential,
      pair: pair ?? (await signingKey(keys, issuerOf(publicUrl(config)))),
      at: wholeSeconds(house.clock.now()),
    });
  };

  it("holds as it was issued, and says nothing of its owner in the clear", async () => {
    const { isValid, checks, badge: read } = await verify(badge);
    assert.ok(isValid, JSON.stringify(checks));
    assert.deepEqual(
      checks.map(({ check }) => check),
      ["format", "context", "issuer", "proof", "period", "revocation", "suspension"],
    );
    assert.equal(read?.validUntil, "2028-01-04T09:00:00Z");
    assert.ok(!JSON.stringify(badge).includes(student.email));
  });

  it("does not hold with any of its fields changed", async () => {
    const subject = badge.credentialSubject as Badge["credentialSubject"] & { achievement: JsonDocument };
    const tampered: Record<string, object> = {
      id: { ...badge, id: `${String(badge.id)}0` },
      name: { ...badge, name: "Something better" },
      issuerName: { ...badge, issuer: { ...badge.issuer, name: "A better school" } },
      validFrom: { ...badge, validFrom: "2026-01-04T09:00:00Z" },
      validUntil: { ...badge, validUntil: "2099-01-04T09:00:00Z" },
      neverExpires: Object.fromEntries(Object.entries(badge).filter(([key]) => key !== "validUntil")),
      owner: {
        ...badge,
        credentialSubject: {
          ...subject,
          identifier: [{ type: "IdentityObject", hashed: false, identityHash: "me" }],
        },
      },
      achievement: {
        ...badge,
        credentialSubject: { ...subject, achievement: { ...subject.achievement, name: "Doctor" } },
      },
      completedOn: { ...badge, credentialSubject: { ...subject, activityEndDate: "2020-01-01" } },
      statusIndex: { ...badge, credentialStatus: { ...badge.credentialStatus, statusListIndex: "1" } },
      proofValue: { ...badge, proof: { ...badge.proof, proofValue: `z${"2".repeat(86)}` } },
      proofCreated: { ...badge, proof: { ...badge.proof, created: "2020-01-01T00:00:00Z" } },
      addedTerm: { ...badge, grade: "A" },
    };
    for (const [what, given] of Object.entries(tampered)) {
      const found = await faults(given);
      assert.ok(found.includes("badge.proof_broken"), `${what}: ${found}`);
    }
  });

  it("is not ours when signed with a key of somebody else's", async () => {
    const controller = issuerOf(publicUrl(house.app.config));
    const pair = await runBadgeJob<MultikeyPair>(house.app.services.aside, { kind: "generate", controller });
    assert.deepEqual(await faults(await signAnew({}, pair)), ["badge.proof_broken"]);
    // Nor when it says that our key signed it.
    const { proof, ...rest } = await signAnew({}, pair);
    const claimed = {
      ...rest,
      proof: { ...(proof as JsonDocument), verificationMethod: badge.proof.verificationMethod },
    };
    assert.deepEqual(await faults(claimed), ["badge.proof_broken"]);
    const stranger = { ...badge, issuer: { ...badge.issuer, id: "did:web:elsewhere.example" } };
    assert.deepEqual(await faults(stranger), ["badge.issuer_unknown"]);
  });

  it("is refused in terms we do not know, though we signed it", async () => {
    const [v2, ob] = badge["@context"] as string[];
    for (const contexts of [
      [v2, ob, "https://example.com/terms.json"],
      [v2, ob, { name: "https://example.com/other" }],
      [ob, v2],
      [v2],
    ])
      assert.deepEqual(await faults({ ...badge, "@context": contexts }), ["badge.context_unknown"]);
  });

  it("is judged by the clock, to the second", async () => {
    const early = await signAnew({ validFrom: "2027-01-04T09:00:01Z" });
    assert.deepEqual(await faults(early), ["badge.not_yet_valid"]);
    const late = await signAnew({ validFrom: "2026-01-04T09:00:00Z", validUntil: "2027-01-04T09:00:00Z" });
    assert.deepEqual(await faults(late), ["badge.expired"]);
  });

  it("has a shape, and what is wrong with it is named", async () => {
    const subject = badge.credentialSubject as JsonDocument & { achievement: JsonDocument };
    const cases: [object | string, string][] = [
      ["{", "badge.not_json"],
      ["[]", "badge.not_json"],
      ["   ", "badge.no_credential"],
      ["<svg xmlns='http://www.w3.org/2000/svg'/>", "badge.no_credential"],
      ["aaaa.bbbb.cccc", "badge.signed_as_jwt"],
      [{ ...badge, type: ["VerifiableCredential"] }, "badge.not_a_badge"],
      [{ ...badge, id: 7 }, "badge.id_missing"],
      [{ ...badge, issuer: "did:web:x" }, "badge.issuer_missing"],
      [{ ...badge, validFrom: "soon" }, "badge.period_malformed"],
      [{ ...badge, validUntil: badge.validFrom }, "badge.period_malformed"],
      [{ ...badge, credentialSubject: { ...subject, identifier: [] } }, "badge.owner_missing"],
      [{ ...badge, credentialSubject: { ...subject, achievement: null } }, "badge.achievement_missing"],
      [{ ...badge, credentialStatus: [badge.credentialStatus] }, "badge.status_malformed"],
      [{ ...badge, proof: { ...badge.proof, cryptosuite: "eddsa-jcs-2022" } }, "badge.proof_missing"],
    ];
    for (const [given, code] of cases) assert.deepEqual(await faults(given), [code]);
  });

  it("keeps holding after the key was changed, and new ones are signed with the new key", async () => {
    await house.call("academy.rotate_badge_key", {});
    const next = await graduate(house, { course: student.course });
    const newer = await badgeOf(next.certificateId);
    assert.notEqual(newer.proof.verificationMethod, badge.proof.verificationMethod);
    assert.deepEqual([(await verify(badge)).isValid, (await verify(newer)).isValid], [true, true]);
    const { keys } = await house.call("academy.list_badge_keys", {});
    assert.deepEqual(
      keys.map(({ retiredAt }) => retiredAt !== null),
      [false, true],
    );
    await Promise.all(Array.from({ length: 20 }, () => house.call("academy.rotate_badge_key", {})));
    const after20 = await house.call("academy.list_badge_keys", {});
    assert.equal(after20.keys.filter(({ retiredAt }) => retiredAt === null).length, 1);
  });

  it("lies sealed: the database alone signs nothing", async () => {
    const kept = await firstRow<{ secret_sealed: string }>(
      house.app.database.db,
      sql`SELECT secret_sealed FROM academy.badge_key WHERE retired_at IS NULL`,
    );
    assert.doesNotMatch(kept!.secret_sealed, /^z/);
    assert.throws(() => house.app.services.sealer.open("another.purpose", kept!.secret_sealed), {
      code: "secret.changed",
    });
  });
});
