import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { coerce } from "#web/forms/coerce.ts";
import { issueText } from "#web/forms/issue-text.ts";
import type { RawForm } from "#web/forms/raw-form.ts";

function parse<S extends z.ZodType>(schema: S, raw: RawForm) {
  return schema.safeParse(coerce(schema, raw), { error: issueText });
}

function faults(schema: z.ZodType, raw: RawForm): Record<string, string> {
  const { error } = parse(schema, raw);
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

describe("coercing a form to a schema", () => {
  it("reads numbers, big integers and booleans", () => {
    const schema = z.object({ value: z.number(), minor: z.bigint(), on: z.boolean(), whole: z.int() });
    const result = parse(schema, { value: " 91.5 ", minor: "3142000", on: "on", whole: "12" });
    assert.deepEqual(result.data, { value: 91.5, minor: 3_142_000n, on: true, whole: 12 });
  });

  it("takes an unticked box for false and a list of none for empty", () => {
    const schema = z.object({ mail: z.boolean(), tags: z.array(z.string()) });
    assert.deepEqual(parse(schema, {}).data, { mail: false, tags: [] });
  });

  it("takes the last of a hidden and a ticked box of one name", () => {
    assert.deepEqual(parse(z.object({ mail: z.boolean() }), { mail: ["off", "on"] }).data, { mail: true });
  });

  it("empties fields as the schema allows: null, undefined, its default, or text", () => {
    const schema = z.object({
      ownerId: z.string().nullable(),
      note: z.string().optional(),
      count: z.number().default(3),
      free: z.string(),
      due: z.iso.date().nullish(),
    });
    const result = parse(schema, { ownerId: "", note: "", count: "", free: "", due: "" });
    assert.deepEqual(result.data, { ownerId: null, count: 3, free: "" });
  });

  it("makes one value a list and coerces its items", () => {
    const schema = z.object({ ids: z.array(z.number()), rows: z.array(z.object({ amount: z.bigint() })) });
    assert.deepEqual(parse(schema, { ids: "4", rows: [{ amount: "1" }, { amount: "2" }] }).data, {
      ids: [4],
      rows: [{ amount: 1n }, { amount: 2n }],
    });
  });

  it("closes the hole that a removed row leaves", () => {
    const rows: RawForm[] = [];
    rows[0] = { name: "a" };
    rows[2] = { name: "c" };
    assert.deepEqual(parse(z.object({ rows: z.array(z.object({ name: z.string() })) }), { rows }).data, {
      rows: [{ name: "a" }, { name: "c" }],
    });
  });

  it("finds the fitting member of unions, by value and by discriminator", () => {
    const either = z.object({ value: z.union([z.number(), z.literal("none")]) });
    assert.deepEqual(parse(either, { value: "12" }).data, { value: 12 });
    assert.deepEqual(parse(either, { value: "none" }).data, { value: "none" });
    const proof = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("link"), url: z.url() }),
      z.object({ kind: z.literal("count"), least: z.number() }),
    ]);
    assert.deepEqual(parse(proof, { kind: "count", least: "5" }).data, { kind: "count", least: 5 });
    assert.deepEqual(faults(proof, { kind: "count", least: "" }), { least: "Enter a number" });
  });

  it("goes through transforms and refinements", () => {
    const schema = z.object({
      name: z.string().trim().min(1),
      size: z.number().transform((size) => size * 2),
    });
    assert.deepEqual(parse(schema, { name: " Ana ", size: "4" }).data, { name: "Ana", size: 8 });
  });

  it("keeps fields that a strict schema must refuse", () => {
    assert.match(faults(z.strictObject({ a: z.string() }), { a: "1", b: "2" })[""] ?? "", /not known: b/);
  });

  it("leaves what it cannot read for the schema to refuse", () => {
    assert.deepEqual(
      faults(z.object({ value: z.number(), minor: z.bigint() }), { value: "ninety", minor: "1.5" }),
      {
        value: "Enter a number",
        minor: "Enter a number",
      },
    );
  });
});

describe("faults in plain words", () => {
  it("says what to enter", () => {
    const schema = z.object({
      email: z.email(),
      name: z.string().min(1),
      value: z.number().min(1).max(5),
      kind: z.enum(["a", "b"]),
      dueOn: z.iso.date(),
      note: z.string().max(5),
      ids: z.array(z.string()).min(1),
    });
    const raw = { email: "ana", name: "", value: "9", kind: "c", dueOn: "14.5.", note: "too long", ids: [] };
    assert.deepEqual(faults(schema, raw), {
      email: "Enter an e-mail address, such as name@example.com",
      name: "Fill this in",
      value: "Enter 5 or less",
      kind: "Choose one of the options",
      dueOn: "Enter a date as year, month, day, such as 2027-05-14",
      note: "Use at most 5 characters",
      ids: "Choose at least one",
    });
  });

  it("lets a schema speak for itself", () => {
    assert.deepEqual(
      faults(z.object({ code: z.string().regex(/^\d{6}$/, "Enter six digits") }), { code: "1" }),
      {
        code: "Enter six digits",
      },
    );
  });
});
