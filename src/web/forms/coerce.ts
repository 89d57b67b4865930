import type { z } from "zod";
import type { RawValue } from "#web/forms/raw-form.ts";

/** The parts of a Zod definition that say what a form's string should become. */
interface Definition {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
  getter?: () => z.core.$ZodType;
  options?: z.core.$ZodType[];
  discriminator?: string;
  values?: unknown[];
}

type Raw = RawValue | undefined;
type Coercion = (definition: Definition, raw: Raw) => unknown;

const coercions: Record<string, Coercion> = {
  object: ({ shape = {} }, raw) => coerceObject(shape, raw),
  array: ({ element }, raw) => coerceList(element, raw),
  set: ({ valueType }, raw) => new Set(coerceList(valueType, raw)),
  record: ({ valueType }, raw) =>
    isTree(raw) ? mapTree(raw, (item) => (valueType ? coerce(valueType, item) : item)) : raw,
  optional: ({ innerType }, raw) => (isEmpty(raw) || !innerType ? undefined : coerce(innerType, raw)),
  default: ({ innerType }, raw) => (isEmpty(raw) || !innerType ? undefined : coerce(innerType, raw)),
  prefault: ({ innerType }, raw) => (isEmpty(raw) || !innerType ? undefined : coerce(innerType, raw)),
  nullable: ({ innerType }, raw) => (isEmpty(raw) || !innerType ? null : coerce(innerType, raw)),
  nonoptional: through,
  readonly: through,
  catch: through,
  lazy: ({ getter }, raw) => (getter ? coerce(getter(), raw) : raw),
  pipe: (definition, raw) => (definition.in ? coerce(definition.in, raw) : raw),
  number: (_, raw) => readNumber(raw),
  int: (_, raw) => readNumber(raw),
  bigint: (_, raw) => (typeof raw === "string" && /^\s*[+-]?\d+\s*$/u.test(raw) ? BigInt(raw) : emptied(raw)),
  boolean: (_, raw) => readBoolean(raw),
  literal: ({ values = [] }, raw) => values.find((value) => String(value) === raw) ?? emptied(raw),
  enum: (_, raw) => emptied(raw),
  date: (_, raw) => emptied(raw),
  // What names its own kind is tried as that alone: a formatted text has unions within unions.
  union: ({ options = [], discriminator }, raw) =>
    discriminator ? (fittingOption(options, raw) ?? raw) : coerceUnion(options, raw),
};

/**
 * Turns what a form sent into what a schema expects, without judging it: numbers, big integers, checkboxes
 * (present is true, absent is false), lists of one, nothing for an empty field of a number, null or undefined
 * where the schema allows them. What cannot be turned stays as it is, for the schema to refuse in its words.
 */
export function coerce(schema: z.core.$ZodType, raw: Raw): unknown {
  // What a form was reshaped to may say "none" already.
  if (raw === null) return raw;
  const definition = definitionOf(schema);
  const coercion = coercions[definition.type];
  return coercion ? coercion(definition, raw) : raw;
}

function definitionOf(schema: z.core.$ZodType): Definition {
  return (schema as z.ZodType).def as unknown as Definition;
}

function through({ innerType }: Definition, raw: Raw): unknown {
  return innerType ? coerce(innerType, raw) : raw;
}

function coerceObject(shape: Record<string, z.core.$ZodType>, raw: Raw): unknown {
  if (raw !== undefined && !isTree(raw)) return raw;
  const known = Object.entries(shape).map(([key, schema]) => [key, coerce(schema, raw?.[key])] as const);
  const others = Object.entries(raw ?? {}).filter(([key]) => !Object.hasOwn(shape, key));
  return Object.fromEntries([...others, ...known.filter(([, value]) => value !== undefined)]);
}

function coerceList(element: z.core.$ZodType | undefined, raw: Raw): unknown[] {
  const items = Array.isArray(raw) ? raw : isEmpty(raw) ? [] : [raw];
  // A list with a hole (`items[0]`, `items[2]`) closes up: a row removed on the page leaves its number free.
  return items.filter((item) => item !== undefined).map((item) => (element ? coerce(element, item) : item));
}

function coerceUnion(options: z.core.$ZodType[], raw: Raw): unknown {
  for (const option of options) {
    const value = coerce(option, raw);
    if ((option as z.ZodType).safeParse(value).success) return value;
  }
  return fittingOption(options, raw) ?? raw;
}

// No option fits: take the one whose discriminating literal does, so that its own faults are named.
function fittingOption(options: z.core.$ZodType[], raw: Raw): unknown {
  if (!isTree(raw)) return undefined;
  const option = options.find((candidate) => {
    const { shape = {} } = definitionOf(candidate);
    const literals = Object.entries(shape).filter(([, field]) => definitionOf(field).type === "literal");
    return (
      literals.length > 0 && literals.every(([key, field]) => definitionOf(field).values?.includes(raw[key]))
    );
  });
  return option && coerce(option, raw);
}

function readNumber(raw: Raw): unknown {
  if (typeof raw !== "string" || raw.trim() === "") return emptied(raw);
  const number = Number(raw.replaceAll(/[\s\u00a0\u202f]/gu, ""));
  return Number.isNaN(number) ? raw : number;
}

function readBoolean(raw: Raw): unknown {
  const last = Array.isArray(raw) ? raw.at(-1) : raw;
  if (last === undefined || last === "" || last === "false" || last === "0" || last === "off") return false;
  return last === "true" || last === "1" || last === "on" ? true : last;
}

function emptied(raw: Raw): unknown {
  return typeof raw === "string" && raw.trim() === "" ? undefined : raw;
}

function isEmpty(raw: Raw): boolean {
  return raw === undefined || raw === "" || (raw instanceof File && raw.size === 0 && raw.name === "");
}

function isTree(raw: Raw): raw is Record<string, RawValue> {
  return typeof raw === "object" && !Array.isArray(raw) && !(raw instanceof File);
}

function mapTree(
  tree: Record<string, RawValue>,
  turn: (value: RawValue) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, turn(value)]));
}
