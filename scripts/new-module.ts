import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { moduleFiles } from "./new-module/files.ts";

const ROOT = path.resolve(import.meta.dirname, "..");

/** One lower-case word: it names a folder, a database schema, a permission and a variable. */
const NAME = /^[a-z][a-z0-9]{1,29}$/;

/** Names that say nothing, and names that something else has. */
const TAKEN = new Set(
  "utils helpers misc common manager service kernel auth drizzle pgboss public web main test cairn pg module".split(
    " ",
  ),
);

/** Why a module cannot have this name; undefined when it can. */
export function whyNot(name: string | undefined, root: string): string | undefined {
  if (!name || !NAME.test(name))
    return "Name the module with one lower-case word of 2 to 30 letters and digits: npm run new:module warehouse";
  if (TAKEN.has(name) || name.startsWith("pg"))
    return `A module cannot be called ${name}. Choose a word of the field.`;
  if (existsSync(path.join(root, "src/modules", name))) return `There is a module ${name} already.`;
  return undefined;
}

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

/** Adds the migration to the journal, one line an entry as a person would write it; gives its file name. */
function registerMigration(name: string, root: string): string {
  const file = path.join(root, "db/migrations/meta/_journal.json");
  const text = readFileSync(file, "utf8");
  const last = (JSON.parse(text) as Journal).entries.at(-1);
  if (!last) throw new Error("The journal of migrations is empty");
  const idx = last.idx + 1;
  const tag = `${String(idx).padStart(4, "0")}_${name}`;
  const entry = `    { "idx": ${idx}, "version": "${last.version}", "when": ${last.when + 1}, "tag": "${tag}", "breakpoints": false }`;
  writeFileSync(file, text.replace(/\}(\s*)\]/, `},\n${entry}$1]`));
  return `${tag}.sql`;
}

/** Lists the module among the others. Throws when the list does not look as expected. */
export function withModule(text: string, name: string): string {
  const list = /export const modules = \[([^\]]*)\] as const;/;
  const imports = text.match(/^import .*;$/gm);
  const last = imports?.at(-1);
  if (!last || !list.test(text))
    throw new Error("src/main/modules.ts does not look as expected; add the module by hand");
  return text
    .replace(last, `${last}\nimport { ${name}Module } from "#modules/${name}/module.ts";`)
    .replace(
      list,
      (_, inside: string) =>
        `export const modules = [${inside.replace(/,?\s*$/, "")}, ${name}Module] as const;`,
    );
}

function create(name: string, root: string): string[] {
  const migration = registerMigration(name, root);
  const files = moduleFiles(name, migration);
  for (const [file, text] of Object.entries(files)) {
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text, { flag: "wx" });
  }
  const list = path.join(root, "src/main/modules.ts");
  writeFileSync(list, withModule(readFileSync(list, "utf8"), name));
  return Object.keys(files);
}

function main(name: string | undefined): void {
  const refusal = whyNot(name, ROOT);
  if (refusal || !name) {
    process.stderr.write(`module.refused: ${refusal}\n`);
    process.exitCode = 2;
    return;
  }
  for (const file of create(name, ROOT)) process.stdout.write(`made     ${file}\n`);
  process.stdout.write("changed  src/main/modules.ts\nchanged  db/migrations/meta/_journal.json\n");
  process.stdout.write(`\nTry it:  npm run test:unit -- src/modules/${name}/${name}.test.ts\n`);
}

if (import.meta.main) main(process.argv[2]);
