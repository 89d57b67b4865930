import { z } from "zod";

/** One setting as a form asks for it. `json` is for shapes no plain control has. */
export interface SettingField {
  name: string;
  label: string;
  hint?: string;
  kind: "text" | "number" | "boolean" | "choice" | "list" | "json";
  /** Of a choice. */
  choices: string[];
  /** May be left empty, which means "none". */
  nullable: boolean;
  /** May not be left empty. */
  required: boolean;
  /** As the control shows it. */
  value: string;
}

interface Shape {
  type?: string | string[];
  properties?: Record<string, Shape>;
  anyOf?: Shape[];
  items?: Shape;
  enum?: unknown[];
  const?: unknown;
  minLength?: number;
  description?: string;
}

const ACRONYMS = new Set(["bic", "eu", "iban", "id", "ids", "oss", "uk", "url", "us", "vat", "vies"]);

/** The fields of a group of settings, from the JSON Schema of what it may be and its present value. */
export function settingFields(schema: unknown, value: Record<string, unknown>): SettingField[] {
  const { properties = {} } = schema as Shape;
  return Object.entries(properties).map(([name, shape]) => fieldOf(name, shape, value[name]));
}

/** What the form has to hold: `coerce` turns its strings into these, and the operation judges them. */
export const settingsForm = (fields: readonly SettingField[]) =>
  z.object(Object.fromEntries(fields.map((field) => [field.name, formSchema(field)])));

function fieldOf(name: string, shape: Shape, value: unknown): SettingField {
  const all = optionsOf(shape);
  const options = all.filter(({ type }) => type !== "null");
  const kind = kindOf(options);
  const words = wordsOf(name);
  const { description } = shape;
  return {
    name,
    // Beside a box to tick, a whole sentence says more than a name.
    label: kind === "boolean" && description ? description : words,
    hint: kind === "boolean" ? undefined : hintOf(kind, description),
    kind,
    choices: options.flatMap((option) =>
      (option.enum ?? (option.const === undefined ? [] : [option.const])).map(String),
    ),
    nullable: options.length < all.length,
    required: kind === "number" || (shape.minLength ?? 0) > 0,
    value: shown(kind, value),
  };
}

/** "A string or null" is said in two ways; here it is two options. */
const optionsOf = (shape: Shape): Shape[] =>
  shape.anyOf?.flatMap(optionsOf) ?? [shape.type ?? []].flat().map((type) => ({ ...shape, type }));

function kindOf(options: readonly Shape[]): SettingField["kind"] {
  const all = (fits: (shape: Shape) => boolean) => options.length > 0 && options.every(fits);
  if (all((shape) => shape.enum !== undefined)) return "choice";
  if (all(({ type }) => type === "string")) return "text";
  if (all(({ type }) => type === "number" || type === "integer")) return "number";
  if (all(({ type }) => type === "boolean")) return "boolean";
  if (all(({ type, items }) => type === "array" && items?.type === "string")) return "list";
  return "json";
}

/** `isSmallBusiness` as people read it: "Is small business"; `viesUrl`: "VIES URL". */
function wordsOf(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z0-9])/gu, "$1 $2")
    .split(/[\s_]+/u)
    .map((word) => (ACRONYMS.has(word.toLowerCase()) ? acronym(word) : word.toLowerCase()));
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const acronym = (word: string): string => (word.toLowerCase() === "ids" ? "IDs" : word.toUpperCase());

function hintOf(kind: SettingField["kind"], description: string | undefined): string | undefined {
  const how = kind === "list" ? "One a line." : kind === "json" ? "As JSON." : "";
  const text = [description && `${description.replace(/\.$/u, "")}.`, how].filter(Boolean).join(" ");
  return text || undefined;
}

function shown(kind: SettingField["kind"], value: unknown): string {
  if (kind === "json") return JSON.stringify(value ?? null, null, 2);
  if (Array.isArray(value)) return value.join("\n");
  return value === null || value === undefined ? "" : String(value);
}

function formSchema({ kind, nullable, choices }: SettingField): z.ZodType {
  if (kind === "boolean") return z.boolean();
  if (kind === "list") return z.string().default("").transform(linesOf);
  if (kind === "json") return z.string().transform(parseJson);
  const plain = plainSchema(kind, choices);
  if (nullable) return plain.nullable();
  return kind === "text" ? z.string().default("") : plain;
}

function plainSchema(kind: SettingField["kind"], choices: readonly string[]): z.ZodType {
  if (kind === "number") return z.number();
  return kind === "choice" ? z.enum([...choices]) : z.string();
}

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "This is not JSON. Check quotes, commas and brackets." });
    return z.NEVER;
  }
}
