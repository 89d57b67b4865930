import { actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { getFile } from "#kernel/files/save-file.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { CheckImport, ImportState } from "#modules/people/contract/imports.ts";
import { matchRows } from "#modules/people/importing/match-rows.ts";
import { readStoredFile } from "#modules/people/importing/read-file.ts";
import type { Written } from "#modules/people/importing/write-rows.ts";
import { readImport } from "#modules/people/queries/imports/import-rows.ts";
import type { CustomerRow } from "#modules/people/rules/import/read-customer-file.ts";

const AT_ONCE = 1000;
const ERRORS_KEPT = 200;

/** What bringing the rows in would do. */
async function countMatches(db: Db, all: readonly CustomerRow[]): Promise<Written> {
  const counts = { open: 0, change: 0, unchanged: 0 };
  for (let from = 0; from < all.length; from += AT_ONCE)
    for (const { kind } of await matchRows(db, all.slice(from, from + AT_ONCE))) counts[kind] += 1;
  return { opened: counts.open, changed: counts.change, unchanged: counts.unchanged };
}

/**
 * Looks at a CSV file of customers and says what bringing it in would do; no customer is touched.
 * Errors: `files.not_found`, `people.import_too_large`.
 */
export const checkImport = defineCommand({
  name: "people.check_import",
  title: "Look at a file of customers before bringing it in",
  http: "POST /customers/imports",
  access: "people:edit",
  input: CheckImport,
  output: ImportState,
  load: (tx, { fileId }) => getFile(tx, fileId),
  run: async ({ tx, now, actor, files, company, input }, file) => {
    const personId = actorPersonId(actor);
    // Somebody else's file may hold anything, and its words would be shown.
    if (personId !== null && file.createdBy !== personId)
      throw refuse("not_found", "files.not_found", "There is no such file.");
    const { currency, locale, zone } = await company();
    const defaults = { currency, locale, zone, ...definedOnly(input) };
    const { fileName, rows, errors, ignored } = await readStoredFile(tx, files, input.fileId);
    const { opened, changed, unchanged } = await countMatches(tx, rows);
    const importId = newId();
    await tx.execute(
      sql`INSERT INTO people.import (id, file_id, file_name, status, defaults, ignored, rows, opened, changed, unchanged,
            errors, error_count, created_at, created_by)
          VALUES (${importId}, ${input.fileId}, ${fileName}, 'checked', ${JSON.stringify(defaults)}::jsonb,
            ${JSON.stringify(ignored)}::jsonb, ${rows.length}, ${opened}, ${changed}, ${unchanged},
            ${JSON.stringify(errors.slice(0, ERRORS_KEPT))}::jsonb, ${errors.length}, ${now.toString()}, ${personId})`,
    );
    return readImport(tx, importId);
  },
});

const definedOnly = ({ currency, locale, zone }: { currency?: string; locale?: string; zone?: string }) =>
  Object.fromEntries(Object.entries({ currency, locale, zone }).filter(([, value]) => value !== undefined));
