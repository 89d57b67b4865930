import { sql, type SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { DeliveryStatus, WebhookEndpoint } from "#modules/platform/contract.ts";
import { isoInstant } from "#modules/platform/paging.ts";

/** A row of `platform.webhook_endpoint`. */
export interface EndpointRow {
  id: string;
  url: string;
  description: string;
  events: string[];
  secret: string;
  previous_secret: string | null;
  previous_secret_until: string | null;
  enabled: boolean;
  disabled_reason: string | null;
  failing_since: string | null;
  created_at: string;
}

/** A row of `platform.webhook_delivery`, as those who send it need it. */
export interface DeliveryRow {
  id: string;
  endpoint_id: string;
  event_id: string;
  event_name: string;
  body: string;
  status: z.output<typeof DeliveryStatus>;
  attempts: number;
}

export const ENDPOINT_COLUMNS: SQL = sql`id, url, description, events, secret, previous_secret, previous_secret_until,
  enabled, disabled_reason, failing_since, created_at`;

/** Reads and locks an endpoint. Errors: `platform.webhook_not_found`, also for a deleted one. */
export async function lockEndpoint(tx: Tx, endpointId: string): Promise<EndpointRow> {
  const row = await firstRow<EndpointRow>(
    tx,
    sql`SELECT ${ENDPOINT_COLUMNS} FROM platform.webhook_endpoint
        WHERE id = ${endpointId} AND deleted_at IS NULL FOR UPDATE`,
  );
  if (!row) throw refuse("not_found", "platform.webhook_not_found", "There is no such webhook.");
  return row;
}

/** Reads an endpoint that is on, without a lock; undefined when it is off or gone. */
export const findActiveEndpoint = (db: Db, endpointId: string): Promise<EndpointRow | undefined> =>
  firstRow<EndpointRow>(
    db,
    sql`SELECT ${ENDPOINT_COLUMNS} FROM platform.webhook_endpoint
        WHERE id = ${endpointId} AND enabled AND deleted_at IS NULL`,
  );

/** The endpoint as everybody may see it: without its secrets. */
export const toEndpoint = (row: EndpointRow): z.output<typeof WebhookEndpoint> => ({
  endpointId: row.id,
  url: row.url,
  description: row.description,
  events: row.events,
  enabled: row.enabled,
  disabledReason: row.disabled_reason,
  failingSince: row.failing_since && isoInstant(row.failing_since),
  createdAt: isoInstant(row.created_at),
  previousSecretUntil: row.previous_secret_until && isoInstant(row.previous_secret_until),
});
