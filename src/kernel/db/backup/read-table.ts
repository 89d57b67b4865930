import type { ClientBase } from "pg";
import { type CatalogTable, nameOf } from "#kernel/db/backup/catalog.ts";

const BATCH_BYTES = 1_000_000;
// A batch is whole in memory before it is measured, so this bounds what a run of sudden large rows can take.
const LARGEST_BATCH = 200;

/**
 * Gives a table's rows as lines of a backup, a batch at a time. Batches shrink with the longest row seen, so
 * that large ones do not fill the memory. Needs an open transaction.
 */
export async function* readTable(client: ClientBase, table: CatalogTable): AsyncGenerator<string[]> {
  const values = table.columns.map(({ name }) => `${client.escapeIdentifier(name)}::text`).join(", ");
  await client.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR
     SELECT array_to_json(ARRAY[${values}])::text AS line FROM ${nameOf(client, table.schema, table.table)}`,
  );
  let size = LARGEST_BATCH;
  let longest = 1;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${size} FROM backup_rows`);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < size) break;
    for (const { line } of rows) longest = Math.max(longest, line.length);
    size = Math.max(1, Math.min(LARGEST_BATCH, Math.floor(BATCH_BYTES / longest)));
  }
  await client.query("CLOSE backup_rows");
}
