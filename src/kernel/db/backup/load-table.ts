import type { ClientBase } from "pg";
import { type CatalogTable, nameOf } from "#kernel/db/backup/catalog.ts";
import { corrupt } from "#kernel/db/backup/errors.ts";
import type { BackupRow, BackupTable } from "#kernel/db/backup/format.ts";

const BATCH_BYTES = 1_000_000;

/** Takes rows of one table and inserts them a batch at a time. */
export interface Loader {
  add(row: BackupRow): Promise<void>;
  flush(): Promise<void>;
}

/** Opens a loader for a table of the backup. Errors: `backup.corrupt` for tables, columns or rows that do not fit. */
export function openLoader(
  client: ClientBase,
  entry: BackupTable,
  { tables, source }: { tables: CatalogTable[]; source: string },
): Loader {
  const insert = insertInto(client, entry, { tables, source });
  let columns = entry.columns.map((): BackupRow => []);
  let bytes = 0;
  const flush = async () => {
    if (!columns[0]?.length) return;
    await client.query(insert, columns);
    columns = entry.columns.map(() => []);
    bytes = 0;
  };
  return {
    flush,
    add: async (row) => {
      if (row.length !== columns.length)
        throw corrupt(source, `a row of ${entry.table} has the wrong length`);
      for (const [index, column] of columns.entries()) {
        const value = row[index] ?? null;
        column.push(value);
        bytes += (value?.length ?? 0) + 8;
      }
      if (bytes > BATCH_BYTES) await flush();
    },
  };
}

/** One parameter per column, each an array of text; every value is read by the input function of its type. */
function insertInto(
  client: ClientBase,
  entry: BackupTable,
  { tables, source }: { tables: CatalogTable[]; source: string },
): string {
  const known = tables.find(({ schema, table }) => schema === entry.schema && table === entry.table);
  const types = entry.columns.map((name) => known?.columns.find((column) => column.name === name)?.type);
  if (types.includes(undefined))
    throw corrupt(source, `${entry.schema}.${entry.table} does not fit this database`);
  const names = entry.columns.map((name) => client.escapeIdentifier(name)).join(", ");
  const values = types.map((type, index) => `c${index}::${type}`).join(", ");
  const parameters = types.map((_, index) => `$${index + 1}::text[]`).join(", ");
  const aliases = types.map((_, index) => `c${index}`).join(", ");
  return `INSERT INTO ${nameOf(client, entry.schema, entry.table)} (${names}) OVERRIDING SYSTEM VALUE
    SELECT ${values} FROM unnest(${parameters}) AS r (${aliases})`;
}
