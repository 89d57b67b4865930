import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { settingsSchema } from "#kernel/config.ts";

/** Papers that show the settings, below the project's folder. */
export const SETTINGS_PAPERS = ["README.md", "docs/operations.md"] as const;

const START = "<!-- settings:start (npm run docs:settings writes this table) -->";
const END = "<!-- settings:end -->";

/** Defaults that depend on the machine, in words. */
const COMPUTED: Record<string, string> = { CAIRN_DATABASE_POOL: "4 a core, at least 10" };

function defaultOf(name: keyof typeof settingsSchema.shape): string {
  const words = COMPUTED[name];
  if (words) return words;
  const parsed = settingsSchema.shape[name].safeParse(undefined);
  if (!parsed.success || parsed.data === undefined) return "";
  const value = typeof parsed.data === "boolean" ? Number(parsed.data) : parsed.data;
  return `\`${value}\``;
}

/** The values of a setting that takes one of a few words. */
function choicesOf(name: keyof typeof settingsSchema.shape): string {
  const schema: unknown = settingsSchema.shape[name];
  const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodEnum)) return "";
  return `: ${inner.options.map((option) => `\`${option}\``).join(", ")}`;
}

/** Every setting with its default and meaning, as a Markdown table. */
export function settingsTable(): string {
  const names = Object.keys(settingsSchema.shape) as (keyof typeof settingsSchema.shape)[];
  const rows = names.map((name) => {
    const meaning = settingsSchema.shape[name].description ?? "";
    return `| \`${name}\` | ${defaultOf(name)} | ${meaning.replaceAll("|", "\\|")}${choicesOf(name)} |`;
  });
  return ["| Setting | Default | What it is |", "|---|---|---|", ...rows].join("\n");
}

/** Puts the table between its two marks. Throws when a paper has lost them. */
export function withSettings(text: string): string {
  const from = text.indexOf(START);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`The paper has no place for the settings: ${START} … ${END}`);
  return `${text.slice(0, from + START.length)}\n\n${settingsTable()}\n\n${text.slice(to)}`;
}

if (import.meta.main)
  for (const paper of SETTINGS_PAPERS) {
    const file = path.resolve(import.meta.dirname, "..", paper);
    writeFileSync(file, withSettings(readFileSync(file, "utf8")));
  }
