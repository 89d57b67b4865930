import type { ClientBase } from "pg";
import { type CatalogTable, nameOf } from "#kernel/db/backup/catalog.ts";

const BATCH_BYTES = 1_000_000;
const FIRST_BATCH = 50;
const LARGEST_BATCH = 10_000;

/**
 * Gives a table's rows as lines of a backup, a batch at a time. Batches grow and shrink with the size of the
 * rows, so that neither many small nor few large ones fill the memory. Needs an open transaction.
 */
export async function* readTable(client: ClientBase, table: CatalogTable): AsyncGenerator<string[]> {
  const values = table.columns.map(({ name }) => `${client.escapeIdentifier(name)}::text`).join(", ");
  await client.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR
     SELECT array_to_json(ARRAY[${values}])::text AS line FROM ${nameOf(client, table.schema, table.table)}`,
  );
  let size = FIRST_BATCH;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${size} FROM backup_rows`);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < size) break;
    const bytes = rows.reduce((sum, { line }) => sum + line.length, 0);
    size = Math.max(1, Math.min(LARGEST_BATCH, Math.floor((BATCH_BYTES * rows.length) / Math.max(1, bytes))));
  }
  await client.query("CLOSE backup_rows");
}
