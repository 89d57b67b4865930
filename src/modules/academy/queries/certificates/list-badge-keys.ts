import { z } from "zod";
import { publicUrl } from "#kernel/config.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { listKeys } from "#modules/academy/certificates/badges/badge-keys.ts";
import { BadgeKeys } from "#modules/academy/contract/badges.ts";
import { issuerOf } from "#modules/academy/rules/badges/issuer.ts";

const iso = (at: string): string => Temporal.Instant.from(at).toString();

/** The keys badges are and were signed with, the newest first. */
export const listBadgeKeys = defineQuery({
  name: "academy.list_badge_keys",
  title: "List the keys of badges",
  http: "GET /academy/badge-keys",
  access: "academy:admin",
  input: z.object({}),
  output: BadgeKeys,
  run: async ({ db, config }) => ({
    issuer: issuerOf(publicUrl(config)),
    keys: (await listKeys(db)).map((key) => ({
      keyId: key.id,
      controller: key.controller,
      publicKeyMultibase: key.publicMultibase,
      createdAt: iso(key.createdAt),
      retiredAt: key.retiredAt && iso(key.retiredAt),
    })),
  }),
});
