import { randomBytes } from "node:crypto";
import { actorPersonId } from "#kernel/actor.ts";
import { publicUrl } from "#kernel/config.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { CreateLrsClient, LrsClientSecret } from "#modules/academy/contract/lrs.ts";
import { LrsClientCreated } from "#modules/academy/events/lrs.ts";
import { newClientSecret } from "#modules/academy/lrs/client-secret.ts";
import { ORIGINS_CACHE_KEY } from "#modules/academy/lrs/cross-origin.ts";

const KEY_BYTES = 12;

/** Registers a program with the learning record store and shows its secret once. */
export const createLrsClient = defineCommand({
  name: "academy.create_lrs_client",
  title: "Register a client of the learning record store",
  http: "POST /academy/lrs/clients",
  access: "academy:admin",
  secretOutput: true,
  input: CreateLrsClient,
  output: LrsClientSecret,
  run: async ({ tx, actor, now, emit, cache, config, input }) => {
    const { name, scopes, origins } = input;
    const clientId = newId();
    const key = `lrs-${randomBytes(KEY_BYTES).toString("base64url")}`;
    const secret = newClientSecret();
    await tx.execute(
      sql`INSERT INTO academy.lrs_client (id, name, key, secret_hash, scopes, origins, created_at, created_by)
          VALUES (${clientId}, ${name}, ${key}, ${sha256Hex(secret)}, ${sql.param(scopes)}, ${sql.param(origins)},
                  ${now.toString()}, ${actorPersonId(actor)})`,
    );
    await cache.invalidate(tx, ORIGINS_CACHE_KEY);
    await emit(LrsClientCreated, { clientId, scopes });
    return { clientId, name, key, secret, endpoint: `${publicUrl(config)}/xapi` };
  },
});
