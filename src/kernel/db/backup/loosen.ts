import type { ClientBase } from "pg";

interface Statements {
  loosen: string;
  tighten: string;
}

// Rows arrive table by table and would break foreign keys until the last is there; a trigger would write again
// what the backup already holds; and forced row-level security hides rows from the owner too.
const SOURCES = [
  `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS loosen,
          format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS tighten
   FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace = ANY ($1)
   ORDER BY conrelid::regclass::text, conname`,
  `SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS loosen,
          format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
                 CASE tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, tgname) AS tighten
   FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
   WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgparentid = 0 AND c.relnamespace = ANY ($1)
   ORDER BY 1`,
  `SELECT format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', oid::regclass) AS loosen,
          format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', oid::regclass) AS tighten
   FROM pg_class WHERE relforcerowsecurity AND relnamespace = ANY ($1) ORDER BY 1`,
];

/**
 * Takes off what stands in the way of loading rows, inside the caller's transaction, and gives the statements
 * that put it back exactly as it was; putting the foreign keys back checks every row.
 */
export async function loosen(client: ClientBase, schemas: string[]): Promise<() => Promise<void>> {
  const found = await client.query<{ oid: number }>("SELECT oid FROM pg_namespace WHERE nspname = ANY ($1)", [
    schemas,
  ]);
  const namespaces = found.rows.map(({ oid }) => oid);
  const statements: Statements[] = [];
  for (const source of SOURCES)
    statements.push(...(await client.query<Statements>(source, [namespaces])).rows);
  for (const statement of statements) await client.query(statement.loosen);
  return async () => {
    for (const statement of statements.toReversed()) await client.query(statement.tighten);
  };
}
