import { z } from "zod";

interface JsonSchema {
  type?: string | string[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

function typesOf(schema: JsonSchema | undefined): Set<string> {
  if (!schema) return new Set();
  const own = schema.type ? [schema.type].flat() : [];
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return new Set([...own, ...branches.flatMap((branch) => [...typesOf(branch)])]);
}

function coerceValue(schema: JsonSchema | undefined, text: string): unknown {
  const types = typesOf(schema);
  if (text === "" && types.has("null")) return null;
  if (types.has("string")) return text;
  if ((types.has("number") || types.has("integer")) && text.trim() !== "" && !Number.isNaN(Number(text)))
    return Number(text);
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.has("array"))
    return text === "" ? [] : text.split(",").map((part) => coerceValue(schema?.items, part));
  return text;
}

// Making it takes longer than some requests; a schema is declared once and never changes.
const shapes = new WeakMap<z.ZodType, JsonSchema>();

function shapeOf(schema: z.ZodType): JsonSchema {
  const known = shapes.get(schema);
  if (known) return known;
  const shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  shapes.set(schema, shape);
  return shape;
}

/**
 * Turns text fields (a query string, a path) into the types a schema expects; what does not fit stays text, and the
 * schema then says what is wrong. Lists are comma-separated.
 */
export function coerceText(schema: z.ZodType, fields: Record<string, string>): Record<string, unknown> {
  const shape = shapeOf(schema);
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, coerceValue(shape.properties?.[name], text)]),
  );
}
