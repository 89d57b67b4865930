import { contract, events, index, manifest, permissions, policy } from "./declarations.ts";
import { addEntry, countEntries, listEntries, migrationSql, test } from "./work.ts";

/** Every new file of a module, by its place in the project. The example keeps entries with a title each can have once. */
export function moduleFiles(name: string, migration: string): Record<string, string> {
  const folder = `src/modules/${name}`;
  return {
    [`${folder}/module.ts`]: manifest(name),
    [`${folder}/index.ts`]: index(name),
    [`${folder}/contract.ts`]: contract(),
    [`${folder}/events.ts`]: events(name),
    [`${folder}/permissions.ts`]: permissions(name),
    [`${folder}/policy.ts`]: policy(),
    [`${folder}/commands/add-entry.ts`]: addEntry(name),
    [`${folder}/queries/list-entries.ts`]: listEntries(name),
    [`${folder}/queries/count-entries.ts`]: countEntries(name),
    [`${folder}/${name}.test.ts`]: test(name),
    [`db/migrations/${migration}`]: migrationSql(name),
  };
}
