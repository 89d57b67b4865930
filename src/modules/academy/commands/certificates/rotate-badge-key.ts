import { publicUrl } from "#kernel/config.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { z } from "zod";
import { makeKey } from "#modules/academy/certificates/badges/badge-keys.ts";
import { RotatedBadgeKey } from "#modules/academy/contract/badges.ts";
import { issuerOf } from "#modules/academy/rules/badges/issuer.ts";

/** Signs new badges with a new key from now on. The old one stays published: what it signed holds. */
export const rotateBadgeKey = defineCommand({
  name: "academy.rotate_badge_key",
  title: "Sign badges with a new key",
  http: "POST /academy/badge-keys",
  access: "academy:admin",
  confirm: true,
  input: z.object({}),
  output: RotatedBadgeKey,
  run: async ({ tx, now, config, aside, sealer }) => {
    const controller = issuerOf(publicUrl(config));
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('academy.badge_key', 0))`);
    await tx.execute(
      sql`UPDATE academy.badge_key SET retired_at = ${now.toString()}
          WHERE controller = ${controller} AND retired_at IS NULL`,
    );
    const made = await makeKey({ db: tx, aside, sealer, now }, controller);
    if (!made) throw new Error("A key was not kept");
    return { keyId: made.id, publicKeyMultibase: made.publicMultibase };
  },
});
