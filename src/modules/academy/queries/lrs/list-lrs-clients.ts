import { z } from "zod";
import { publicUrl } from "#kernel/config.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { LrsClientList, type LrsScope } from "#modules/academy/contract/lrs.ts";

interface ClientRow {
  clientId: string;
  name: string;
  key: string;
  scopes: LrsScope[];
  origins: string[];
  createdAt: string;
  rotatedAt: string | null;
  usedAt: string | null;
  revokedAt: string | null;
}

const iso = (text: string): string => Temporal.Instant.from(text).toString();
const isoOrNull = (text: string | null): string | null => (text === null ? null : iso(text));

/** Programs registered with the learning record store, those that work first. Secrets are never shown again. */
export const listLrsClients = defineQuery({
  name: "academy.list_lrs_clients",
  title: "List clients of the learning record store",
  http: "GET /academy/lrs/clients",
  access: "academy:admin",
  input: z.object({}),
  output: LrsClientList,
  run: async ({ db, config }) => {
    const found = await rows<ClientRow>(
      db,
      sql`SELECT id AS "clientId", name, key, scopes, origins, created_at AS "createdAt", rotated_at AS "rotatedAt",
                 used_at AS "usedAt", revoked_at AS "revokedAt"
          FROM academy.lrs_client ORDER BY revoked_at IS NOT NULL, name, id LIMIT 500`,
    );
    const items = found.map((row) => ({
      ...row,
      createdAt: iso(row.createdAt),
      rotatedAt: isoOrNull(row.rotatedAt),
      usedAt: isoOrNull(row.usedAt),
      revokedAt: isoOrNull(row.revokedAt),
    }));
    return { endpoint: `${publicUrl(config)}/xapi`, items };
  },
});
