import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { coerce } from "#web/forms/coerce.ts";
import { settingFields, settingsForm } from "./setting-fields.ts";

const Group = z.object({
  legalName: z.string().min(1).default("Cairn"),
  country: z.string().nullable().default(null),
  email: z.union([z.literal(""), z.email()]).default(""),
  dueDays: z.number().int().default(14).describe("Days to pay"),
  ratio: z.number().nullable().default(null),
  isOpen: z.boolean().default(false).describe("Open on Sundays"),
  viesUrl: z.url().default("https://vies.test"),
  mode: z.enum(["day", "second"]).default("day"),
  usStates: z.array(z.string()).default([]).describe("States to collect tax in"),
  taxIds: z.record(z.string(), z.string()).default({}),
});
const fields = (value: object = {}) =>
  settingFields(z.toJSONSchema(Group, { io: "input", unrepresentable: "any" }), Group.parse(value));
const read = (form: Record<string, string>) => {
  const schema = settingsForm(fields());
  return schema.safeParse(coerce(schema, form));
};
const FILLED = {
  legalName: "Stein GmbH",
  country: "",
  email: "",
  dueDays: "30",
  ratio: "",
  isOpen: "on",
  viesUrl: "https://vies.test",
  mode: "second",
  usStates: "CA\r\n\n NY ",
  taxIds: '{ "DE": "DE136695976" }',
};

describe("a group of settings as a form", () => {
  it("has a control for each shape, named in words", () => {
    assert.deepEqual(
      fields().map(({ name, kind, label }) => [name, kind, label]),
      [
        ["legalName", "text", "Legal name"],
        ["country", "text", "Country"],
        ["email", "text", "Email"],
        ["dueDays", "number", "Due days"],
        ["ratio", "number", "Ratio"],
        ["isOpen", "boolean", "Open on Sundays"],
        ["viesUrl", "text", "VIES URL"],
        ["mode", "choice", "Mode"],
        ["usStates", "list", "US states"],
        ["taxIds", "json", "Tax IDs"],
      ],
    );
    const [legalName, country] = fields();
    assert.deepEqual([legalName?.required, country?.required, country?.nullable], [true, false, true]);
    assert.equal(
      fields().find(({ name }) => name === "usStates")?.hint,
      "States to collect tax in. One a line.",
    );
  });

  it("shows values as its controls do, and reads back what it shows", () => {
    const value = { usStates: ["CA", "NY"], taxIds: { DE: "DE1" }, dueDays: 7, isOpen: true };
    const shown = Object.fromEntries(
      fields(value)
        .filter((field) => field.kind !== "boolean" || field.value === "true")
        .map((field) => [field.name, field.value]),
    );
    assert.equal(shown.usStates, "CA\nNY");
    assert.deepEqual(read(shown).data, Group.parse(value));
  });

  it("turns what was entered into what the operation takes", () => {
    assert.deepEqual(read(FILLED).data, {
      ...FILLED,
      country: null,
      dueDays: 30,
      ratio: null,
      isOpen: true,
      usStates: ["CA", "NY"],
      taxIds: { DE: "DE136695976" },
    });
    const { isOpen: _, ...unticked } = FILLED;
    assert.equal(read(unticked).data?.isOpen, false);
  });

  it("names the field that cannot be read", () => {
    const faults = (form: object) =>
      read({ ...FILLED, ...form }).error?.issues.map(({ path }) => path.join("."));
    assert.deepEqual(faults({ taxIds: "{ DE: 1" }), ["taxIds"]);
    assert.deepEqual(faults({ dueDays: "soon", mode: "hour" }), ["dueDays", "mode"]);
  });
});
