/** One thing that may be asked of a kind of evidence, as a field of a form. */
export interface KindField {
  name: string;
  label: string;
  /** What there is to choose from; null where anything may be written. */
  options: readonly string[] | null;
}

/** The fields for a kind's filter, read from its JSON Schema; parts that no field can hold are left out. */
export function kindFields(schema: unknown): KindField[] {
  if (!isRecord(schema) || !isRecord(schema.properties)) return [];
  return Object.entries(schema.properties).flatMap(([name, property]) => {
    if (!isRecord(property)) return [];
    const options = choicesOf(property);
    if (options === null && property.type !== "string") return [];
    return [{ name, label: labelOf(name), options }];
  });
}

function choicesOf({ enum: values, const: only }: Record<string, unknown>): string[] | null {
  if (Array.isArray(values)) return values.filter((value) => typeof value === "string");
  return typeof only === "string" ? [only] : null;
}

/** `publishedAfter` reads “Published after”. */
export function labelOf(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/gu, "$1 $2")
    .replaceAll(/[_-]/gu, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What is asked of a kind in words: “status published, type research”. */
export const filterWords = (filter: Readonly<Record<string, unknown>>): string =>
  Object.entries(filter)
    .filter(([name, value]) => !/id$/iu.test(name) && value !== "")
    .map(([name, value]) => `${labelOf(name).toLowerCase()} ${labelOf(String(value)).toLowerCase()}`)
    .join(", ");

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
