/** The parts of a JSON Schema that a sample is made of. */
export interface SampleSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  minLength?: number;
  properties?: Record<string, SampleSchema>;
  required?: string[];
  items?: SampleSchema;
  anyOf?: SampleSchema[];
  oneOf?: SampleSchema[];
}

/** A field that is better left out. */
export const LEFT_OUT = Symbol("left out");

/** Knows values for fields of a name, such as ids that exist; undefined for those the schema alone decides. */
export type KnownValue = (field: string) => unknown;

const FORMATS: Record<string, unknown> = {
  date: "2027-02-01",
  "date-time": "2027-02-01T09:00:00Z",
  email: "somebody@example.com",
  uri: "https://example.com/hook",
};

/** A known value where the schema wants a list and it is none is that of another field of the name. */
const fitting = (schema: SampleSchema, value: unknown): unknown =>
  schema.type === "array" && typeof value === "string" ? undefined : value;

function sampleObject(schema: SampleSchema, known: KnownValue): Record<string, unknown> {
  const fields = Object.entries(schema.properties ?? {})
    .map(([name, of]) => [name, fitting(of, known(name)) ?? sampleInput(of, known)] as const)
    .filter(([, value]) => value !== LEFT_OUT);
  return Object.fromEntries(fields);
}

/** A value that a schema takes, all optional fields included. */
export function sampleInput(schema: SampleSchema, known: KnownValue): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const branch = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== "null");
  if (branch) return sampleInput(branch, known);
  const type = [schema.type].flat().find((name) => name !== "null");
  if (type === "object") return sampleObject(schema, known);
  // What refers to another schema may hold itself, as formatted text does: nothing is the sample that ends.
  if (type === "array") return schema.items && !schema.items.$ref ? [sampleInput(schema.items, known)] : [];
  if (type === "number" || type === "integer") return Math.max(schema.minimum ?? 1, 1);
  if (type === "boolean") return false;
  return FORMATS[schema.format ?? ""] ?? "words".padEnd(schema.minLength ?? 0, "x");
}
